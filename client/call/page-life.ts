type Told = { awake: () => void; gone: () => void };

/** Tells when the page comes back into view and when it goes for good. Returns how to stop. */
export function watchPage({ awake, gone }: Told): () => void {
  const changed = () => document.visibilityState === 'visible' && awake();
  document.addEventListener('visibilitychange', changed);
  window.addEventListener('pagehide', gone);
  return () => {
    document.removeEventListener('visibilitychange', changed);
    window.removeEventListener('pagehide', gone);
  };
}

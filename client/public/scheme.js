// Before the first paint: the stored colour scheme, so that a dark screen never flashes white at night.
// A file of its own because the content security policy allows no inline scripts.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('telkonnet.scheme');
  } catch {
    // Storage is blocked: the system's preference decides.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

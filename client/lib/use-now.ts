import { useSyncExternalStore } from 'react';

/** One ticking clock per pace for the whole page; it stands still while nobody looks at it. */
function clockOfPace(pace: number) {
  let now = Date.now();
  let timer: number | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= window.setInterval(tick, pace);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.clearInterval(timer);
        timer = undefined;
      };
    },
    now: () => {
      if (timer === undefined) now = Date.now() - (Date.now() % pace);
      return now;
    },
  };
}

const clocks = { second: clockOfPace(1000), slow: clockOfPace(10_000) };

/** The present in ms since 1970, renewed every second or every ten seconds. */
export function useNow(pace: 'second' | 'slow' = 'slow'): number {
  return useSyncExternalStore(clocks[pace].subscribe, clocks[pace].now);
}

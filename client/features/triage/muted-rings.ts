import { useSyncExternalStore } from 'react';

/** Requests whose ring was silenced in this window; they stay in the queue. */
let muted: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

export function muteRings(requestIds: readonly string[]): void {
  muted = new Set([...muted, ...requestIds]);
  for (const listener of listeners) listener();
}

export const useMutedRings = (): ReadonlySet<string> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => muted,
  );

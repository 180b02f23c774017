import { useSyncExternalStore } from 'react';

/** `off`: nobody is signed in. `lost` since an instant (ms since 1970) after having been `on`. */
export type Connection = { is: 'off' } | { is: 'connecting' } | { is: 'on' } | { is: 'lost'; since: number };

let connection: Connection = { is: 'off' };
const listeners = new Set<() => void>();

export const connectionNow = (): Connection => connection;

export function setConnection(next: Connection): void {
  connection = next;
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, connectionNow);
}

import { useSyncExternalStore } from 'react';
import type { Session } from '../../server/modules/identity/contract.ts';

/**
 * What the browser knows about who works here. `expired` keeps the page and its entries while the same person
 * signs in again; `nobody` shows the sign-in page; `unreachable` is a server that did not answer the first question.
 */
export type SessionState =
  | { is: 'unknown' }
  | { is: 'unreachable'; error: unknown }
  | { is: 'nobody' }
  | { is: 'signed_in'; session: Session }
  | { is: 'expired'; session: Session };

let state: SessionState = { is: 'unknown' };
const listeners = new Set<() => void>();

export const sessionState = (): SessionState => state;

export function setSessionState(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** A request was refused with 401: whoever was signed in has to do so again. */
export function sessionRefused(): void {
  if (state.is === 'signed_in') setSessionState({ is: 'expired', session: state.session });
}

export const csrfToken = (): string | null => (state.is === 'signed_in' ? state.session.csrfToken : null);

export function useSessionState(): SessionState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, sessionState);
}

import {
  changeLocale as changeLocaleEndpoint,
  getSession,
  type Locale,
  type SignedInUser,
  signIn as signInEndpoint,
  signOut as signOutEndpoint,
} from '../../server/modules/identity/contract.ts';
import { call } from './call.ts';
import { CallError } from './call-error.ts';
import { clearDrafts, clearDraftsExceptOf } from './drafts.ts';
import { showLocale } from './i18n.ts';
import { queryClient } from './query-client.ts';
import { sessionState, setSessionState, useSessionState } from './session-store.ts';

/** Asks the server who is signed in, at start and after a server that did not answer. */
export async function loadSession(): Promise<void> {
  try {
    const session = await call(getSession, {});
    await showLocale(session.user.locale);
    setSessionState({ is: 'signed_in', session });
  } catch (error) {
    const nobody = error instanceof CallError && error.status === 401;
    setSessionState(nobody ? { is: 'nobody' } : { is: 'unreachable', error });
  }
}

/**
 * Signs in. After an expired session of the same person the page goes on where it was; another person
 * finds nothing of the former.
 * @throws CallError `sign_in_failed`, `too_many_attempts`
 */
export async function signIn(email: string, password: string): Promise<void> {
  const session = await call(signInEndpoint, { email, password });
  const before = sessionState();
  const goesOn = before.is === 'expired' && before.session.user.id === session.user.id;
  if (!goesOn) queryClient.clear();
  clearDraftsExceptOf(session.user.id);
  await showLocale(session.user.locale);
  setSessionState({ is: 'signed_in', session });
  if (goesOn) await queryClient.invalidateQueries();
}

/** Signs out here and on the server, and forgets drafts and answers. */
export async function signOut(): Promise<void> {
  try {
    await call(signOutEndpoint, {});
  } finally {
    clearDrafts();
    queryClient.clear();
    setSessionState({ is: 'nobody' });
  }
}

/** Switches the language at once and, for whoever is signed in, for the next time too. */
export async function changeLocale(locale: Locale): Promise<void> {
  await showLocale(locale);
  const state = sessionState();
  if (state.is !== 'signed_in') return;
  const { session } = state;
  setSessionState({ is: 'signed_in', session: { ...session, user: { ...session.user, locale } } });
  await call(changeLocaleEndpoint, { locale });
}

/** Who works here. Only below the shell, where somebody is signed in. */
export function useUser(): SignedInUser {
  const state = useSessionState();
  if (state.is !== 'signed_in' && state.is !== 'expired') throw new Error('useUser outside of a session');
  return state.session.user;
}

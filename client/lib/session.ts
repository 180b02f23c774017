import {
  changeLocale as changeLocaleEndpoint,
  getSession,
  type Locale,
  type Session,
  type SignedInUser,
  signIn as signInEndpoint,
  signOut as signOutEndpoint,
} from '../../server/modules/identity/contract.ts';
import { signInByPin as signInByPinEndpoint } from '../../server/modules/identity/station-contract.ts';
import { call } from './call.ts';
import { CallError } from './call-error.ts';
import { clearDrafts, clearDraftsExceptOf, clearOldDrafts } from './drafts.ts';
import { showLocale } from './i18n.ts';
import { forgetPictures } from './kept-pictures.ts';
import { queryClient } from './query-client.ts';
import { sessionState, setSessionState, useSessionState } from './session-store.ts';

// All windows of a browser share the cookie: when one signs in or out, the others must not go on as who they were.
const otherWindows = new BroadcastChannel('telkonnet.session');
otherWindows.addEventListener('message', () => void loadSession());

/** Asks the server who is signed in: at start, after a break, and when another window signed in or out. */
export async function loadSession(): Promise<void> {
  try {
    await take(await call(getSession, {}));
  } catch (error) {
    const before = sessionState();
    const refused = error instanceof CallError && error.status === 401;
    if (refused && before.is === 'signed_in') leave();
    else if (refused && before.is !== 'expired') setSessionState({ is: 'nobody' });
    else if (before.is === 'unknown') setSessionState({ is: 'unreachable', error });
  }
}

/**
 * Signs in. After an expired session of the same person the page goes on where it was; another person
 * finds nothing of the former.
 * @throws CallError `sign_in_failed`, `too_many_attempts`
 */
export async function signIn(email: string, password: string): Promise<void> {
  await take(await call(signInEndpoint, { email, password }));
  otherWindows.postMessage('signed_in');
}

/**
 * Signs in at a shared device. What others left unsent at it stays theirs, for half a day.
 * @throws CallError `pin_wrong`, `station_unknown`, `too_many_attempts`
 */
export async function signInByPin(accountId: string, pin: string): Promise<void> {
  await take(await call(signInByPinEndpoint, { accountId, pin }));
  otherWindows.postMessage('signed_in');
}

/** Signs out at a shared device and keeps what was entered for whoever entered it. */
export async function lockStation(): Promise<void> {
  try {
    await call(signOutEndpoint, {});
    otherWindows.postMessage('signed_out');
  } finally {
    queryClient.clear();
    setSessionState({ is: 'nobody' });
  }
}

/**
 * Signs out here and on the server, and forgets drafts and answers.
 * @throws CallError when the server did not hear of it; this window is signed out all the same.
 */
export async function signOut(): Promise<void> {
  try {
    await call(signOutEndpoint, {});
    otherWindows.postMessage('signed_out');
  } finally {
    leave();
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

/** Who works here. Only below the gate, where somebody is signed in. */
export function useUser(): SignedInUser {
  const state = useSessionState();
  if (state.is !== 'signed_in' && state.is !== 'expired') throw new Error('useUser outside of a session');
  return state.session.user;
}

/** Signed in by PIN at a shared device. */
export function useAtStation(): boolean {
  const state = useSessionState();
  return (state.is === 'signed_in' || state.is === 'expired') && state.session.atStation;
}

async function take(session: Session): Promise<void> {
  const before = sessionState();
  const known = before.is === 'signed_in' || before.is === 'expired' ? before.session.user.id : null;
  if (known !== session.user.id) queryClient.clear();
  if (session.atStation) clearOldDrafts();
  else clearDraftsExceptOf(session.user.id);
  void forgetPictures(({ userId }) => !session.atStation && userId !== session.user.id);
  await showLocale(session.user.locale);
  setSessionState({ is: 'signed_in', session });
  if (before.is === 'expired') await queryClient.invalidateQueries();
}

function leave(): void {
  clearDrafts();
  void forgetPictures(() => true);
  queryClient.clear();
  setSessionState({ is: 'nobody' });
}

import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { ChangePasswordPage } from '../features/identity/change-password-page.tsx';
import { SignInAgain } from '../features/identity/sign-in-again.tsx';
import { SignInPage } from '../features/identity/sign-in-page.tsx';
import { useSessionState } from '../lib/session-store.ts';
import { connectSocket, disconnectSocket } from '../lib/socket.ts';
import { Starting } from './starting.tsx';
import { Unreachable } from './unreachable.tsx';

/**
 * Nobody comes past without a session. The address stays, so after signing in one is where one wanted to be;
 * a session that ended while working is renewed over the page, which keeps what was entered.
 */
export function Gate() {
  const state = useSessionState();
  const isSignedIn = state.is === 'signed_in' && !state.session.mustChangePassword;
  useEffect(() => {
    if (isSignedIn) connectSocket();
    else disconnectSocket();
  }, [isSignedIn]);
  if (state.is === 'unknown') return <Starting />;
  if (state.is === 'unreachable') return <Unreachable error={state.error} />;
  if (state.is === 'nobody') return <SignInPage />;
  if (state.session.mustChangePassword) return <ChangePasswordPage />;
  return (
    <>
      <Outlet key={state.session.user.id} />
      {state.is === 'expired' && (
        <SignInAgain user={state.session.user} atStation={state.session.atStation} />
      )}
    </>
  );
}

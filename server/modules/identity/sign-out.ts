import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Call } from '../../kernel/http.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { endSession } from './sessions.ts';

/** Ends this session on the server and takes the cookie back. */
export async function signOut(deps: Deps, actor: Actor, _input: object, call: Call) {
  const { sessionToken } = call;
  await deps.db.as(actor, async (tx) => {
    if (sessionToken) await endSession(tx, sessionToken);
    await deps.record(tx, actor, {
      type: 'session.closed',
      subject: { kind: 'account', id: actor.accountId },
    });
  });
  call.setCookie(cookieName(deps.config), '', { ...cookieOptions(deps.config), maxAge: 0 });
  return {};
}

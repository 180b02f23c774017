import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { unauthenticated } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { presentSession } from './present.ts';
import { hashOf } from './tokens.ts';

/** Who is signed in. @throws unauthenticated `not_signed_in` when the session ended meanwhile */
export async function getSession(deps: Deps, actor: Actor, _input: object, call: Call) {
  return deps.db.as(actor, async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash: hashOf(call.sessionToken ?? '') } });
    if (!session) throw unauthenticated();
    return presentSession(tx, actor.accountId, session);
  });
}

import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { mayBook, maySeePlan } from '../policy.ts';
import type { listWaiting as endpoint } from '../waiting-contract.ts';
import { waitingEntries } from './present-waiting.ts';

/** Open entries in the order of offering; no patient is in them, so looking is not recorded. */
export async function listWaiting(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayBook(actor) && !maySeePlan(actor)) throw forbidden();
  const entries = await deps.db.as(actor, (tx) =>
    waitingEntries(
      tx,
      {
        state: { in: ['waiting', 'offered'] },
        ...(input.requestId ? { requestId: input.requestId } : {}),
      },
      deps.clock.now(),
    ),
  );
  return { entries };
}

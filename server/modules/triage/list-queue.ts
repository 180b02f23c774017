import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Reply } from '../../kernel/wire.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import { ownShift } from './duty/own-shift.ts';
import { onCallOf } from './on-call/on-call-now.ts';
import { maySeeQueue } from './policy.ts';
import { byScore, presentBoard, presentQueue } from './present-queue.ts';
import type { listQueue as endpoint } from './queue-contract.ts';
import { queueRows } from './queue-rows.ts';

/** What waits for the actor's department, ordered by urgency, NEWS2 and waiting time; is recorded. */
export async function listQueue(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { departmentId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const { waiting, helped } = await queueRows(tx, departmentId);
    const items = presentQueue(waiting, byScore(deps.config));
    const helping = presentBoard(helped, byScore(deps.config));
    const onCall = await onCallOf(tx, departmentId, now);
    const own = await ownShift(tx, actor, now);
    await recordPatientsSeen(
      deps,
      tx,
      actor,
      'urgent-queue',
      [...items, ...helping].map(({ patient }) => patient.id),
    );
    return {
      departmentId,
      onCall,
      sortedBy: deps.config.triageSorting,
      own,
      items,
      helping,
    };
  });
}

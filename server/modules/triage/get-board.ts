import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Reply } from '../../kernel/wire.ts';
import { dateOf, dayBounds } from '../../kernel/zoned-time.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import { onCallOf } from './on-call/on-call-now.ts';
import { maySeeQueue } from './policy.ts';
import { byScore, presentBoard } from './present-queue.ts';
import type { getBoard as endpoint } from './queue-contract.ts';
import { openOrSince, urgentRows } from './queue-rows.ts';

/** The department's urgent requests: open ones, and all that were raised today. */
export async function getBoard(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { departmentId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const today = new Date(dayBounds(dateOf(now.getTime())).start);
    const rows = await urgentRows(tx, openOrSince(departmentId, today));
    const items = presentBoard(rows, byScore(deps.config));
    await recordPatientsSeen(
      deps,
      tx,
      actor,
      'urgent-board',
      items.map(({ patient }) => patient.id),
    );
    return {
      departmentId,
      onCall: await onCallOf(tx, departmentId, now),
      sortedBy: deps.config.triageSorting,
      items,
    };
  });
}

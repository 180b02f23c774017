import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { Prisma } from '../../../kernel/generated/client.ts';
import { hearsRing } from '../presence/present-accounts.ts';
import { advanceStep, isRinging } from './advance-step.ts';
import { eventOf, type LadderRow, lockLadder, whereOf } from './ladder-row.ts';
import { ringAlong } from './ring-along.ts';
import { startRound } from './start-round.ts';

/** Clocks of two machines may differ by so much, in ms: a job that comes by the other's clock is not too early. */
const tolerance = 500;

/**
 * Does what is due for one request: promises that have come, rings whose line is lost, a step whose deadline has
 * passed. Harmless at any moment and any number of times: what was done is not due any more. Run by the job of each
 * step, and for whatever is overdue.
 */
export const tendRequest = (deps: Deps, requestId: string): Promise<void> =>
  deps.db.system(async (tx) => {
    const row = await lockLadder(tx, requestId);
    if (row?.status !== 'waiting') return;
    // Waited before it could ring, e.g. in an older version.
    if (row.step === null) return startRound(deps, tx, null, requestId, 'raised');
    const now = deps.clock.now();
    if (await resumePromises(tx, row, new Date(now.getTime() + tolerance)))
      await ringAlong(deps, tx, null, row);
    const lost = await endLostRings(deps, tx, row, now);
    if (row.stepDueAt && row.stepDueAt.getTime() <= now.getTime() + tolerance) {
      return advanceStep(deps, tx, null, row, 'deadline');
    }
    if (lost && !(await isRinging(tx, requestId))) await advanceStep(deps, tx, null, row, 'lost');
  });

/** "In five minutes" that have passed. */
async function resumePromises(tx: Tx, { requestId, round }: LadderRow, by: Date): Promise<boolean> {
  const resumed = await tx.urgentRing.updateMany({
    where: { requestId, round, answer: 'later', resumedAt: null, until: { lte: by } },
    data: { resumedAt: by },
  });
  return resumed.count > 0;
}

/** Who is rung, has had no live line for a while and takes no pushes does not hear it; it rings again when the line is back. */
async function endLostRings(deps: Deps, tx: Tx, row: LadderRow, now: Date): Promise<boolean> {
  const lost = await tx.$queryRaw<{ accountId: string }[]>`
    update urgent_ring k set ended_at = ${now}, answer = 'lost'
    where k.request_id = ${row.requestId}::uuid and k.ended_at is null
      and not ${hearsRing(Prisma.sql`k.account_id`, now)}
    returning k.account_id as "accountId"`;
  if (lost.length === 0) return false;
  await deps.record(tx, null, {
    type: 'urgent.lost',
    ...eventOf(row),
    payload: { ...whereOf(row), stopped: lost.map(({ accountId }) => accountId) },
  });
  return true;
}

/** Requests for which something is due now. Runs as the software itself. */
export async function findDue(tx: Tx, now: Date): Promise<string[]> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    select u.request_id as id from urgent_request u where u.step is not null and (
      u.step_due_at <= ${now}
      or exists (select 1 from urgent_ring k where k.request_id = u.request_id and k.round = u.round
        and k.answer = 'later' and k.resumed_at is null and k.until <= ${now})
      or exists (select 1 from urgent_ring k where k.request_id = u.request_id and k.ended_at is null
        and not ${hearsRing(Prisma.sql`k.account_id`, now)})
    )
    union all
    select r.id from consult_request r join urgent_request u on u.request_id = r.id
    where r.kind = 'urgent' and r.status = 'waiting' and u.step is null and u.claimed_at is null and u.ended_at is null`;
  return due.map(({ id }) => id);
}

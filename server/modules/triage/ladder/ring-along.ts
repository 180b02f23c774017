import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { eventOf, type LadderRow, whereOf } from './ladder-row.ts';
import { missingRings } from './plan-ladder.ts';
import { readRound } from './read-round.ts';
import { ringAccounts } from './ring-accounts.ts';

/**
 * Rings along who belongs to a step that was reached and can be reached since: came back, got ready, or promised to
 * be there now. The caller holds the request's lock.
 */
export async function ringAlong(deps: Deps, tx: Tx, cause: Cause, row: LadderRow): Promise<void> {
  if (row.step === null) return;
  const now = deps.clock.now();
  const rung = missingRings(row.step, row.alarm !== null, await readRound(tx, row, now));
  if (rung.length === 0) return;
  await ringAccounts(tx, row, row.step, rung, now);
  await tx.$executeRaw`
    update urgent_request set first_rung_at = coalesce(first_rung_at, ${now}::timestamptz)
    where request_id = ${row.requestId}::uuid`;
  await deps.record(tx, cause, {
    type: 'urgent.rung',
    ...eventOf(row),
    payload: { ...whereOf(row), step: row.step, round: row.round, urgency: row.urgency, why: 'along', rung },
  });
}

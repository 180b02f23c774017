import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { enterStep, type StepCause } from './enter-step.ts';
import type { LadderRow } from './ladder-row.ts';
import { planStep } from './plan-ladder.ts';
import { readRound } from './read-round.ts';

/** Begins the next step; after the last one nothing follows. The caller holds the request's lock. */
export async function advanceStep(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  row: LadderRow,
  why: StepCause,
): Promise<void> {
  if (row.step === null || row.step === 'coordination') return;
  const now = deps.clock.now();
  const missed = why === 'deadline' ? await markMissed(tx, row, now) : [];
  await enterStep(deps, tx, cause, row, planStep(row.step, await readRound(tx, row, now)), why, missed);
}

/** Whoever still rings when the deadline passes has missed it; it goes on ringing. */
async function markMissed(tx: Tx, { requestId, step }: LadderRow, now: Date): Promise<string[]> {
  const missed = await tx.$queryRaw<{ accountId: string }[]>`
    update urgent_ring set missed_at = ${now}
    where request_id = ${requestId}::uuid and step = ${step}::"UrgentStep" and ended_at is null and missed_at is null
    returning account_id as "accountId"`;
  return missed.map(({ accountId }) => accountId);
}

/** Whether anybody is being rung for it now. */
export async function isRinging(tx: Tx, requestId: string): Promise<boolean> {
  return (await tx.urgentRing.count({ where: { requestId, endedAt: null } })) > 0;
}

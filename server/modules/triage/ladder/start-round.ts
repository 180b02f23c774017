import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { UrgentStep } from '../ladder-contract.ts';
import { enterStep, type StepCause } from './enter-step.ts';
import { lockLadder } from './ladder-row.ts';
import { planStep } from './plan-ladder.ts';
import { readRound } from './read-round.ts';

/** Somebody who is not rung in the new round, and why. */
export type Silenced = { accountId: string; answer: 'declined' | 'vanished'; reason?: string };

/**
 * Lets a waiting request ring from the start, or after a step. A round is one run of the ladder: jobs and answers of
 * earlier ones change nothing any more. Runs as the software itself, in the transaction that made the request wait.
 */
export async function startRound(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  requestId: string,
  why: StepCause,
  { after = null, silenced = null }: { after?: UrgentStep | null; silenced?: Silenced | null } = {},
): Promise<void> {
  const was = await lockLadder(tx, requestId);
  if (was?.status !== 'waiting') return;
  const now = deps.clock.now();
  const row = { ...was, round: was.round + 1, skipped: [], alarm: null };
  if (silenced) {
    await tx.urgentRing.create({
      data: {
        requestId,
        accountId: silenced.accountId,
        round: row.round,
        step: after ?? 'primary',
        rungAt: now,
        endedAt: now,
        answer: silenced.answer,
        reason: silenced.reason ?? null,
      },
    });
  }
  await enterStep(deps, tx, cause, row, planStep(after, await readRound(tx, row, now)), why);
}

/** After whom a round begins that is not the first: what is immediate rings the whole department at once. Pure. */
export const againAfter = (urgency: string): UrgentStep | null => (urgency === 'immediate' ? 'deputy' : null);

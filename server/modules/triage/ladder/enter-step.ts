import type { Cause } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { sql } from '../../../kernel/statement.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { eventOf, type LadderRow, whereOf } from './ladder-row.ts';
import type { Plan } from './plan-ladder.ts';
import { ringAccounts } from './ring-accounts.ts';
import { dueAfter, settingsOf } from './settings-of.ts';

/** Why a step began: the cause of its event. */
export type StepCause =
  | 'raised'
  | 'passed'
  | 'handed_back'
  | 'vanished'
  | 'deadline'
  | 'declined'
  | 'later'
  | 'lost';

/**
 * Lets a request ring as planned: the step with its deadline, a durable job for it, the rings and the event, in the
 * caller's transaction that holds the request's lock. Runs as the software itself.
 */
export async function enterStep(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  row: LadderRow,
  plan: Plan,
  why: StepCause,
  missed: readonly string[] = [],
): Promise<void> {
  const now = deps.clock.now();
  const { requestId, round, urgency } = row;
  const seconds = await settingsOf(tx, row.departmentId, urgency, dateOf(now.getTime()));
  const due = dueAfter(plan.step, seconds, now);
  const skipped = plan.skipped.map(({ step, because }) => `${step}:${because}`);
  const alarm = plan.alarm ?? row.alarm;
  await ask(
    tx,
    sql`update urgent_request set step = ${plan.step}::"UrgentStep", step_started_at = ${now}, step_due_at = ${due},
      round = ${round}, skipped = ${[...row.skipped, ...skipped]}::text[], alarm = ${alarm},
      first_rung_at = coalesce(first_rung_at, case when ${plan.rung.length > 0} then ${now}::timestamptz end)
    where request_id = ${requestId}`,
  );
  await ringAccounts(tx, row, plan.step, plan.rung, now);
  if (due)
    await deps.jobs.send(tx, 'triage.step', { requestId, round, step: plan.step }, { startAfter: due });
  await deps.record(tx, cause, {
    type: 'urgent.rung',
    ...eventOf(row),
    payload: {
      ...whereOf(row),
      step: plan.step,
      round,
      urgency,
      why,
      rung: plan.rung,
      skipped,
      missed: [...missed],
      dueAt: due?.toISOString() ?? null,
    },
  });
  if (plan.alarm && plan.alarm !== row.alarm) {
    await deps.record(tx, cause, {
      type: 'urgent.alarmed',
      ...eventOf(row),
      payload: { ...whereOf(row), reason: plan.alarm, urgency },
    });
  }
}

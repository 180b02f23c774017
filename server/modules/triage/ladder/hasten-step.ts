import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import type { UrgencyLevel } from '../contract.ts';
import type { UrgentRow } from '../own-urgent-request.ts';
import { dueAfter, settingsOf } from './settings-of.ts';

/** A request that has become more urgent moves on earlier: by the deadlines of its new urgency, counted from the step's begin. */
export async function hastenStep(
  deps: Deps,
  tx: Tx,
  urgent: UrgentRow,
  departmentId: string,
  urgency: UrgencyLevel,
): Promise<{ stepDueAt?: Date }> {
  const { requestId, step, round, stepStartedAt, stepDueAt } = urgent;
  if (!step || !stepStartedAt || !stepDueAt) return {};
  const seconds = await settingsOf(tx, departmentId, urgency, dateOf(deps.clock.now().getTime()));
  const due = dueAfter(step, seconds, stepStartedAt);
  if (!due || due >= stepDueAt) return {};
  await deps.jobs.send(tx, 'triage.step', { requestId, round, step }, { startAfter: due });
  return { stepDueAt: due };
}

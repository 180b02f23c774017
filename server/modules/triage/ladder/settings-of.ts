import { ask, type Tx } from '../../../kernel/db.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { sql } from '../../../kernel/statement.ts';
import type { UrgencyLevel } from '../contract.ts';
import type { UrgentStep } from '../ladder-contract.ts';
import type { LadderRuleSet, LadderSeconds } from '../rules/ladder.ts';
import { ladder2026 } from '../rules/ladder-2026.ts';

export const ladderRuleSets: readonly LadderRuleSet[] = [ladder2026];

/** The defaults that hold on a day; before the first of them the first. Pure. */
export const defaultsOn = (
  day: LocalDate,
  sets: readonly LadderRuleSet[] = ladderRuleSets,
): LadderRuleSet => {
  const found = sets.find(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil),
  );
  return found ?? sets[0] ?? ladder2026;
};

export type OwnSettings = Partial<Record<UrgencyLevel, LadderSeconds>>;

/** What a department has set itself, per urgency. */
export async function ownSettings(tx: Tx, departmentId: string): Promise<OwnSettings> {
  const rows = await ask<LadderSeconds & { urgency: UrgencyLevel }>(
    tx,
    sql`select urgency::text as urgency, target_seconds as target, primary_seconds as primary,
        deputy_seconds as deputy, department_seconds as department
      from urgent_setting where department_id = ${departmentId}`,
  );
  return Object.fromEntries(rows.map(({ urgency, ...seconds }) => [urgency, seconds]));
}

/** A department's targets and deadlines for an urgency: its own, else the defaults of that day. In seconds. */
export async function settingsOf(
  tx: Tx,
  departmentId: string,
  urgency: UrgencyLevel,
  day: LocalDate,
): Promise<LadderSeconds> {
  return (await ownSettings(tx, departmentId))[urgency] ?? defaultsOn(day).seconds[urgency];
}

/** When a step that begins at `from` is over; null for the last one, which rings until somebody takes it. Pure. */
export const dueAfter = (step: UrgentStep, seconds: LadderSeconds, from: Date): Date | null =>
  step === 'coordination' ? null : new Date(from.getTime() + seconds[step] * 1000);

/** Until when a physician should be on screen, counted from `from`. Pure. */
export const targetAfter = ({ target }: LadderSeconds, from: Date): Date =>
  new Date(from.getTime() + target * 1000);

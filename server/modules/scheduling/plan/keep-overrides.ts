import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type * as contract from '../roster-contract.ts';
import type { Calendar, RosterOverride } from '../time/roster.ts';
import { overrideProblems } from '../time/roster-rules.ts';
import { changePlan } from './change-plan.ts';
import { ownRow, type PlanOwner, planOwner } from './plan-owner.ts';
import { presentOverride } from './present-plan.ts';

/** Replaces one day's hours of one person; a second override of the day replaces the first. */
export function setOverride(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.setOverride>,
): Promise<Reply<typeof contract.setOverride>> {
  const { dryRun, day, intervals } = input;
  return deps.db.as(actor, async (tx) => {
    const owner = await planOwner(tx, actor, input.practitionerId);
    const fields = overrideProblems(intervals);
    const [first] = Object.values(fields);
    if (first) throw invalid(first, { fields });
    const { row, ...rest } = await changePlan(deps, tx, actor, {
      ...dayOf(owner, day, { day, departmentId: owner.departmentId, intervals }),
      change: 'overridden',
      dryRun,
      write: () =>
        tx.rosterOverride.upsert({
          where: { practitionerId_day: { practitionerId: owner.practitionerId, day: new Date(day) } },
          create: { ...owner, day: new Date(day), intervals },
          update: { departmentId: owner.departmentId, intervals },
        }),
    });
    return { ...rest, override: row && presentOverride(row) };
  });
}

export function removeOverride(
  deps: Deps,
  actor: Actor,
  { id, dryRun }: Input<typeof contract.removeOverride>,
): Promise<Reply<typeof contract.removeOverride>> {
  return deps.db.as(actor, async (tx) => {
    const row = ownRow(actor, await tx.rosterOverride.findUnique({ where: { id } }), 'override');
    const { saved, affected } = await changePlan(deps, tx, actor, {
      ...dayOf(row, row.day.toISOString().slice(0, 10), null),
      change: 'restored',
      dryRun,
      write: () => tx.rosterOverride.delete({ where: { id } }),
    });
    return { saved, affected };
  });
}

const dayOf = (
  { departmentId, practitionerId }: PlanOwner,
  day: string,
  override: RosterOverride | null,
) => ({
  type: 'roster.changed' as const,
  kind: 'override' as const,
  owner: { departmentId, practitionerId },
  people: [practitionerId],
  to: (calendar: Calendar) => ({
    ...calendar,
    overrides: [...calendar.overrides.filter((one) => one.day !== day), ...(override ? [override] : [])],
  }),
});

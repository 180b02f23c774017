import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type * as contract from '../roster-contract.ts';
import type { Calendar, RosterOverride } from '../time/roster.ts';
import { overrideProblems } from '../time/roster-rules.ts';
import { affectedBookings } from './affected-bookings.ts';
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
    const affected = await affectedBookings(tx, owner, deps.clock.now(), (calendar) =>
      withDay(calendar, day, { day, departmentId: owner.departmentId, intervals }),
    );
    if (dryRun) return { saved: false, override: null, affected };
    const row = await tx.rosterOverride.upsert({
      where: { practitionerId_day: { practitionerId: owner.practitionerId, day: new Date(day) } },
      create: { ...owner, day: new Date(day), intervals },
      update: { departmentId: owner.departmentId, intervals },
    });
    await recordOverride(deps, tx, actor, row.id, owner, 'overridden', affected.length);
    return { saved: true, override: presentOverride(row), affected };
  });
}

export function removeOverride(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.removeOverride>,
): Promise<Reply<typeof contract.removeOverride>> {
  const { id, dryRun } = input;
  return deps.db.as(actor, async (tx) => {
    const row = ownRow(actor, await tx.rosterOverride.findUnique({ where: { id } }), 'override');
    const day = row.day.toISOString().slice(0, 10);
    const affected = await affectedBookings(tx, row, deps.clock.now(), (calendar) =>
      withDay(calendar, day, null),
    );
    if (dryRun) return { saved: false, affected };
    await tx.rosterOverride.delete({ where: { id } });
    await recordOverride(deps, tx, actor, id, row, 'restored', affected.length);
    return { saved: true, affected };
  });
}

const withDay = (calendar: Calendar, day: string, override: RosterOverride | null): Calendar => ({
  ...calendar,
  overrides: [...calendar.overrides.filter((one) => one.day !== day), ...(override ? [override] : [])],
});

const recordOverride = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  { departmentId, practitionerId }: PlanOwner,
  change: string,
  affected: number,
) =>
  deps.record(tx, actor, {
    type: 'roster.changed',
    subject: { kind: 'override', id },
    payload: { departmentId, practitionerId, change, affected },
  });

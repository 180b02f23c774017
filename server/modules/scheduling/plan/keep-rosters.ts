import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import { serialise } from '../../../kernel/lock.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { toRoster } from '../finding/load-hours.ts';
import type * as contract from '../roster-contract.ts';
import type { Calendar, Roster } from '../time/roster.ts';
import { rosterProblems, rostersOverlap } from '../time/roster-rules.ts';
import { affectedBookings } from './affected-bookings.ts';
import { ownRow, type PlanOwner, planOwner } from './plan-owner.ts';
import { asRoster, presentRoster } from './present-plan.ts';

type Saved = Reply<typeof contract.createRoster>;

/** Adds weekly hours, or with `dryRun` only says whom they would hit. */
export function createRoster(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.createRoster>,
  call: Call,
): Promise<Saved> {
  const { dryRun, ...entered } = input;
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const owner = await planOwner(tx, actor, entered.practitionerId ?? '');
      await checkRoster(tx, owner, entered, null);
      const affected = await affectedBookings(tx, owner, deps.clock.now(), (calendar) =>
        withRoster(calendar, asRoster('new', owner.departmentId, entered)),
      );
      if (dryRun) return { saved: false, roster: null, affected };
      const row = await tx.roster.create({ data: dataOf(owner, entered) });
      await recordRoster(deps, tx, actor, row.id, owner, 'created', affected.length);
      return { saved: true, roster: presentRoster(row), affected };
    }),
  );
}

export function changeRoster(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.changeRoster>,
): Promise<Reply<typeof contract.changeRoster>> {
  const { id, dryRun, ...entered } = input;
  return deps.db.as(actor, async (tx) => {
    const before = ownRow(actor, ownedBy(await tx.roster.findUnique({ where: { id } })), 'roster');
    const owner = await planOwner(tx, actor, entered.practitionerId ?? '');
    await checkRoster(tx, owner, entered, id);
    const after = asRoster(id, owner.departmentId, entered);
    const affected = await affectedBookings(tx, before, deps.clock.now(), (calendar) => {
      const without = withoutRoster(calendar, id);
      return before.practitionerId === owner.practitionerId ? withRoster(without, after) : without;
    });
    if (dryRun) return { saved: false, roster: null, affected };
    const row = await tx.roster.update({ where: { id }, data: dataOf(owner, entered) });
    await recordRoster(deps, tx, actor, id, owner, 'changed', affected.length);
    return { saved: true, roster: presentRoster(row), affected };
  });
}

export function removeRoster(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.removeRoster>,
): Promise<Reply<typeof contract.removeRoster>> {
  const { id, dryRun } = input;
  return deps.db.as(actor, async (tx) => {
    const row = ownRow(actor, ownedBy(await tx.roster.findUnique({ where: { id } })), 'roster');
    const affected = await affectedBookings(tx, row, deps.clock.now(), (calendar) =>
      withoutRoster(calendar, id),
    );
    if (dryRun) return { saved: false, affected };
    await tx.roster.delete({ where: { id } });
    await recordRoster(deps, tx, actor, id, row, 'removed', affected.length);
    return { saved: true, affected };
  });
}

const ownedBy = <T extends { practitionerId: string | null }>(row: T | null) =>
  row?.practitionerId ? { ...row, practitionerId: row.practitionerId } : null;

/** The person's other rosters in all departments count: nobody sits in two places. */
async function checkRoster(tx: Tx, owner: PlanOwner, entered: contract.RosterFields, self: string | null) {
  const fields = rosterProblems(entered);
  const [first] = Object.values(fields);
  if (first) throw invalid(first, { fields });
  await serialise(tx, `roster:${owner.practitionerId}`);
  const others = await tx.roster.findMany({
    where: {
      practitionerId: owner.practitionerId,
      weekday: entered.weekday,
      ...(self ? { id: { not: self } } : {}),
    },
  });
  const roster = asRoster(self ?? '', owner.departmentId, entered);
  const other = others.map((row) => toRoster(row)).find((one) => rostersOverlap(one, roster));
  if (other) {
    throw conflict('roster_overlap', { fields: { from: 'roster_overlap' }, data: { rosterId: other.id } });
  }
}

const dataOf = (
  owner: PlanOwner,
  { from, until, validFrom, validUntil, ...rest }: contract.RosterFields,
) => ({
  ...rest,
  departmentId: owner.departmentId,
  fromTime: from,
  untilTime: until,
  validFrom: new Date(validFrom),
  validUntil: validUntil === null ? null : new Date(validUntil),
});

const withRoster = (calendar: Calendar, roster: Roster): Calendar => ({
  ...calendar,
  rosters: [...calendar.rosters, roster],
});
const withoutRoster = (calendar: Calendar, id: string): Calendar => ({
  ...calendar,
  rosters: calendar.rosters.filter((roster) => roster.id !== id),
});

const recordRoster = (
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
    subject: { kind: 'roster', id },
    payload: { departmentId, practitionerId, change, affected },
  });

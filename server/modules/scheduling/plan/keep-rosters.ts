import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type * as contract from '../roster-contract.ts';
import type { Calendar, Roster } from '../time/roster.ts';
import { changePlan } from './change-plan.ts';
import { checkRoster } from './check-roster.ts';
import { ownRow, peopleOf, type RosterOwner, rosterOwner } from './plan-owner.ts';
import { asRoster, presentRoster } from './present-plan.ts';

const weekly = { type: 'roster.changed', kind: 'roster' } as const;

/** Adds weekly hours of a person or a pool, or with `dryRun` only says whom they would hit. */
export function createRoster(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.createRoster>,
  call: Call,
): Promise<Reply<typeof contract.createRoster>> {
  const { dryRun, ...entered } = input;
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const owner = await rosterOwner(tx, actor, entered);
      await checkRoster(tx, owner, entered, null);
      const roster = asRoster('new', owner.departmentId, entered);
      const { row, ...rest } = await changePlan(deps, tx, actor, {
        ...weekly,
        change: 'created',
        owner,
        people: await peopleOf(tx, owner),
        to: (calendar, id) => withRoster(calendar, { ...roster, practitionerId: id }),
        dryRun,
        write: () => tx.roster.create({ data: dataOf(owner, entered) }),
      });
      return { ...rest, roster: row && presentRoster(row) };
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
    const before = ownRow(actor, await tx.roster.findUnique({ where: { id } }), 'roster');
    const owner = await rosterOwner(tx, actor, entered);
    await checkRoster(tx, owner, entered, id);
    const roster = asRoster(id, owner.departmentId, entered);
    const after = await peopleOf(tx, owner);
    const { row, ...rest } = await changePlan(deps, tx, actor, {
      ...weekly,
      change: 'changed',
      owner,
      people: [...new Set([...(await peopleOf(tx, before)), ...after])],
      to: (calendar, person) => {
        const without = withoutRoster(calendar, id);
        return after.includes(person) ? withRoster(without, { ...roster, practitionerId: person }) : without;
      },
      dryRun,
      write: () => tx.roster.update({ where: { id }, data: dataOf(owner, entered) }),
    });
    return { ...rest, roster: row && presentRoster(row) };
  });
}

export function removeRoster(
  deps: Deps,
  actor: Actor,
  { id, dryRun }: Input<typeof contract.removeRoster>,
): Promise<Reply<typeof contract.removeRoster>> {
  return deps.db.as(actor, async (tx) => {
    const before = ownRow(actor, await tx.roster.findUnique({ where: { id } }), 'roster');
    const { saved, affected } = await changePlan(deps, tx, actor, {
      ...weekly,
      change: 'removed',
      owner: before,
      people: await peopleOf(tx, before),
      to: (calendar) => withoutRoster(calendar, id),
      dryRun,
      write: () => tx.roster.delete({ where: { id } }),
    });
    return { saved, affected };
  });
}

const dataOf = (
  owner: RosterOwner,
  { from, until, validFrom, validUntil, ...rest }: contract.RosterFields,
) => ({
  ...rest,
  ...owner,
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

import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type * as contract from '../roster-contract.ts';
import type { Calendar } from '../time/roster.ts';
import { changePlan } from './change-plan.ts';
import { ownRow, type PlanOwner, planOwner } from './plan-owner.ts';
import { presentAbsence } from './present-plan.ts';

type Saved = Reply<typeof contract.createAbsence>;
type Entered = Input<typeof contract.createAbsence>;

export function createAbsence(deps: Deps, actor: Actor, input: Entered, call: Call): Promise<Saved> {
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const owner = await planOwner(tx, actor, input.practitionerId);
      const { row, ...rest } = await changePlan(deps, tx, actor, {
        ...absenceOf(owner, input),
        change: 'created',
        write: () => tx.absence.create({ data: dataOf(owner, input) }),
      });
      return { ...rest, absence: row && presentAbsence(row) };
    }),
  );
}

/** Lists the bookings that it hits beyond those that it hit already. */
export function changeAbsence(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.changeAbsence>,
): Promise<Reply<typeof contract.changeAbsence>> {
  const { id } = input;
  return deps.db.as(actor, async (tx) => {
    ownRow(actor, await tx.absence.findUnique({ where: { id } }), 'absence');
    const owner = await planOwner(tx, actor, input.practitionerId);
    const { row, ...rest } = await changePlan(deps, tx, actor, {
      ...absenceOf(owner, input),
      change: 'changed',
      write: () => tx.absence.update({ where: { id }, data: dataOf(owner, input) }),
    });
    return { ...rest, absence: row && presentAbsence(row) };
  });
}

export function removeAbsence(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Record<string, never>> {
  return deps.db.as(actor, async (tx) => {
    const row = ownRow(actor, await tx.absence.findUnique({ where: { id: input.id } }), 'absence');
    // Who is there after all leaves no booking without hours.
    await changePlan(deps, tx, actor, {
      type: 'absence.changed',
      kind: 'absence',
      change: 'removed',
      owner: row,
      people: [],
      to: (calendar) => calendar,
      dryRun: false,
      write: () => tx.absence.delete({ where: { id: row.id } }),
    });
    return {};
  });
}

function absenceOf(owner: PlanOwner, { startAt, endAt, dryRun }: Entered) {
  const absence = { start: Date.parse(startAt), end: Date.parse(endAt) };
  if (absence.start >= absence.end) throw invalid('times_order', { fields: { endAt: 'times_order' } });
  return {
    type: 'absence.changed' as const,
    kind: 'absence' as const,
    owner,
    people: [owner.practitionerId],
    to: (calendar: Calendar) => ({ ...calendar, absences: [...calendar.absences, absence] }),
    dryRun,
  };
}

const dataOf = (owner: PlanOwner, { startAt, endAt, reason }: Entered) => ({
  ...owner,
  startAt: new Date(startAt),
  endAt: new Date(endAt),
  reason,
});

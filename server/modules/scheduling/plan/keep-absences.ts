import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type * as contract from '../roster-contract.ts';
import { affectedBookings } from './affected-bookings.ts';
import { ownRow, type PlanOwner, planOwner } from './plan-owner.ts';
import { presentAbsence } from './present-plan.ts';

type Saved = Reply<typeof contract.createAbsence>;
type Entered = { startAt: string; endAt: string };

export function createAbsence(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.createAbsence>,
  call: Call,
): Promise<Saved> {
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const owner = await planOwner(tx, actor, input.practitionerId);
      const affected = await hitBy(deps, tx, owner, input);
      if (input.dryRun) return { saved: false, absence: null, affected };
      const row = await tx.absence.create({ data: { ...owner, ...timesOf(input), reason: input.reason } });
      await recordAbsence(deps, tx, actor, row.id, owner, 'created', affected.length);
      return { saved: true, absence: presentAbsence(row), affected };
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
    const affected = await hitBy(deps, tx, owner, input);
    if (input.dryRun) return { saved: false, absence: null, affected };
    const row = await tx.absence.update({
      where: { id },
      data: { ...owner, ...timesOf(input), reason: input.reason },
    });
    await recordAbsence(deps, tx, actor, id, owner, 'changed', affected.length);
    return { saved: true, absence: presentAbsence(row), affected };
  });
}

export function removeAbsence(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Record<string, never>> {
  return deps.db.as(actor, async (tx) => {
    const row = ownRow(actor, await tx.absence.findUnique({ where: { id: input.id } }), 'absence');
    await tx.absence.delete({ where: { id: row.id } });
    await recordAbsence(deps, tx, actor, row.id, row, 'removed', 0);
    return {};
  });
}

const timesOf = ({ startAt, endAt }: Entered) => ({ startAt: new Date(startAt), endAt: new Date(endAt) });

function hitBy(deps: Deps, tx: Tx, owner: PlanOwner, entered: Entered) {
  const absence = { start: Date.parse(entered.startAt), end: Date.parse(entered.endAt) };
  if (absence.start >= absence.end) throw invalid('times_order', { fields: { endAt: 'times_order' } });
  return affectedBookings(tx, owner, deps.clock.now(), (calendar) => ({
    ...calendar,
    absences: [...calendar.absences, absence],
  }));
}

const recordAbsence = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  { departmentId, practitionerId }: PlanOwner,
  change: string,
  affected: number,
) =>
  deps.record(tx, actor, {
    type: 'absence.changed',
    subject: { kind: 'absence', id },
    payload: { departmentId, practitionerId, change, affected },
  });

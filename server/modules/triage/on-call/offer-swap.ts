import type { Actor } from '../../../kernel/actor.ts';
import { violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { listOnCallSwaps as list, offerOnCallSwap as offer } from '../on-call-contract.ts';
import { mayClaim, maySeeQueue } from '../policy.ts';
import { presentSwaps, refuseDouble, shiftOf, withShifts } from './swap-rows.ts';

/** Answered swaps stay in view for so long, in ms. */
const shownFor = 30 * 86_400_000;

/** Swaps of the own department: open ones, and those answered lately; the newest first. */
export async function listOnCallSwaps(deps: Deps, actor: Actor): Promise<Reply<typeof list>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { departmentId } = actor;
  const since = new Date(deps.clock.now().getTime() - shownFor);
  return deps.db.as(actor, async (tx) => {
    const rows = await tx.onCallSwap.findMany({
      where: { departmentId, OR: [{ state: 'offered' }, { answeredAt: { gt: since } }] },
      orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
      include: withShifts,
    });
    return { swaps: await presentSwaps(tx, rows), own: actor.practitionerId };
  });
}

/**
 * Offers an own shift to a colleague of the department, alone or in exchange for one of theirs.
 * @throws invalid at the field; conflict `on_call_double`, or `swap_state` when the shift is offered already
 */
export async function offerOnCallSwap(
  deps: Deps,
  actor: Actor,
  input: Input<typeof offer>,
): Promise<Reply<typeof offer>> {
  if (!mayClaim(actor)) throw forbidden();
  const { departmentId, practitionerId } = actor;
  const now = deps.clock.now();
  const to = input.toPractitionerId;
  try {
    return await deps.db.as(actor, async (tx) => {
      const colleague = await tx.practitioner.findFirst({
        where: { id: to, departmentId, active: true, NOT: { id: practitionerId } },
        select: { id: true },
      });
      if (!colleague)
        throw invalid('practitioner_unknown', { fields: { toPractitionerId: 'practitioner_unknown' } });
      const shift = await shiftOf(tx, departmentId, practitionerId, input.shiftId, 'shiftId', now);
      const inReturn = input.inReturnShiftId
        ? await shiftOf(tx, departmentId, to, input.inReturnShiftId, 'inReturnShiftId', now)
        : null;
      await refuseDouble(tx, departmentId, to, shift, inReturn);
      if (inReturn) await refuseDouble(tx, departmentId, practitionerId, inReturn, shift);
      const row = await tx.onCallSwap.create({
        data: {
          departmentId,
          shiftId: shift.id,
          fromPractitionerId: practitionerId,
          toPractitionerId: to,
          inReturnShiftId: inReturn?.id ?? null,
          note: input.note || null,
          offeredAt: now,
        },
        include: withShifts,
      });
      await deps.record(tx, actor, {
        type: 'on_call.swap_offered',
        subject: { kind: 'on_call_swap', id: row.id },
        payload: {
          departmentId,
          shiftId: shift.id,
          fromPractitionerId: practitionerId,
          toPractitionerId: to,
        },
      });
      const [swap] = await presentSwaps(tx, [row]);
      if (!swap) throw new Error('a swap was not presented');
      return swap;
    });
  } catch (error) {
    if (violatedConstraint(error) === 'on_call_swap_open') throw conflict('swap_state');
    throw error;
  }
}

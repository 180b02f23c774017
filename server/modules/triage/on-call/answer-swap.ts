import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { answerOnCallSwap as endpoint } from '../on-call-contract.ts';
import { mayClaim } from '../policy.ts';
import { presentSwaps, refuseDouble, type SwapRow, withShifts } from './swap-rows.ts';

const states = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;

/**
 * The colleague accepts or declines, who offered withdraws; one conditional write decides. Accepted, the shifts have
 * changed hands in the same transaction.
 * @throws conflict `swap_state` when it is answered already or a shift has another holder now, `on_call_double`
 */
export async function answerOnCallSwap(
  deps: Deps,
  actor: Actor,
  { id, answer }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayClaim(actor)) throw forbidden();
  const { departmentId, practitionerId } = actor;
  return deps.db.as(actor, async (tx) => {
    const whose =
      answer === 'withdraw' ? { fromPractitionerId: practitionerId } : { toPractitionerId: practitionerId };
    const offered = await tx.onCallSwap.findFirst({
      where: { id, departmentId, ...whose },
      include: withShifts,
    });
    if (!offered) throw notFound('on_call_swap');
    const answered = await tx.onCallSwap.updateMany({
      where: { id, state: 'offered' },
      data: { state: states[answer], answeredAt: deps.clock.now() },
    });
    if (answered.count === 0) throw conflict('swap_state');
    if (answer === 'accept') await changeHands(deps, tx, offered);
    await deps.record(tx, actor, {
      type: 'on_call.swap_answered',
      subject: { kind: 'on_call_swap', id },
      payload: {
        departmentId,
        answer,
        shiftId: offered.shiftId,
        fromPractitionerId: offered.fromPractitionerId,
        toPractitionerId: offered.toPractitionerId,
      },
    });
    // Who is on call from now on is rung along for what rings already.
    if (answer === 'accept') {
      await deps.jobs.send(tx, 'triage.step', { departmentId }, { startAfter: deps.clock.now() });
    }
    const row = await tx.onCallSwap.findUniqueOrThrow({ where: { id }, include: withShifts });
    const [swap] = await presentSwaps(tx, [row]);
    if (!swap) throw new Error('a swap was not presented');
    return swap;
  });
}

async function changeHands(deps: Deps, tx: Tx, swap: SwapRow): Promise<void> {
  const { departmentId, shift, inReturn, fromPractitionerId: from, toPractitionerId: to } = swap;
  await give(deps, tx, shift, from, to);
  if (inReturn) await give(deps, tx, inReturn, to, from);
  await refuseDouble(tx, departmentId, to, shift, null);
  if (inReturn) await refuseDouble(tx, departmentId, from, inReturn, null);
}

async function give(deps: Deps, tx: Tx, shift: SwapRow['shift'], from: string, to: string): Promise<void> {
  const given = await tx.onCallShift.updateMany({
    where: { id: shift.id, practitionerId: from, endAt: { gt: deps.clock.now() } },
    data: { practitionerId: to },
  });
  if (given.count === 0) throw conflict('swap_state');
}

import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type {
  changeOnCallShift as change,
  createOnCallShift as create,
  removeOnCallShift,
} from '../on-call-contract.ts';
import { mayKeepOnCall } from '../policy.ts';
import { presentShift, withPractitioner } from './list-on-call.ts';

type Wanted = Input<typeof create>;

/** @throws conflict `on_call_taken` when somebody is on call at this level then. */
export async function createOnCallShift(
  deps: Deps,
  actor: Actor,
  input: Wanted,
): Promise<Reply<typeof create>> {
  if (!mayKeepOnCall(actor)) throw forbidden();
  const { departmentId } = actor;
  return write(deps, actor, 'created', async (tx) => {
    const data = await checked(deps, tx, departmentId, input);
    return tx.onCallShift.create({ data: { ...data, departmentId }, include: withPractitioner });
  });
}

/** @throws conflict `on_call_taken`, notFound for a shift of another department. */
export async function changeOnCallShift(
  deps: Deps,
  actor: Actor,
  { id, ...input }: Input<typeof change>,
): Promise<Reply<typeof change>> {
  if (!mayKeepOnCall(actor)) throw forbidden();
  const { departmentId } = actor;
  return write(deps, actor, 'changed', async (tx) => {
    await ownShift(tx, departmentId, id);
    const data = await checked(deps, tx, departmentId, input);
    return tx.onCallShift.update({ where: { id }, data, include: withPractitioner });
  });
}

export async function removeOnCall(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof removeOnCallShift>,
): Promise<Reply<typeof removeOnCallShift>> {
  if (!mayKeepOnCall(actor)) throw forbidden();
  const { departmentId } = actor;
  await write(deps, actor, 'removed', async (tx) => {
    await ownShift(tx, departmentId, id);
    return tx.onCallShift.delete({ where: { id }, include: withPractitioner });
  });
  return {};
}

type Shift = Parameters<typeof presentShift>[0];

async function write(deps: Deps, actor: Actor, what: string, work: (tx: Tx) => Promise<Shift>) {
  try {
    return await deps.db.as(actor, async (tx) => {
      const shift = await work(tx);
      await deps.record(tx, actor, {
        type: 'on_call.changed',
        subject: { kind: 'on_call_shift', id: shift.id },
        payload: { what, departmentId: shift.departmentId, practitionerId: shift.practitionerId },
      });
      // Who is on call from now on is rung along for what rings already.
      const { departmentId } = shift;
      await deps.jobs.send(tx, 'triage.step', { departmentId }, { startAfter: deps.clock.now() });
      return presentShift(shift);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'on_call_shift_single') throw conflict('on_call_taken');
    throw error;
  }
}

async function ownShift(tx: Tx, departmentId: string, id: string): Promise<void> {
  const shift = await tx.onCallShift.findFirst({ where: { id, departmentId }, select: { id: true } });
  if (!shift) throw notFound('on_call_shift');
}

async function checked(deps: Deps, tx: Tx, departmentId: string, input: Wanted) {
  const [startAt, endAt] = [new Date(input.startAt), new Date(input.endAt)];
  if (endAt <= startAt) throw invalid('end_before_start', { fields: { endAt: 'end_before_start' } });
  if (endAt <= deps.clock.now()) throw invalid('time_in_past', { fields: { endAt: 'time_in_past' } });
  const physician = await tx.practitioner.findFirst({
    where: { id: input.practitionerId, departmentId, active: true },
    select: { id: true },
  });
  if (!physician)
    throw invalid('practitioner_unknown', { fields: { practitionerId: 'practitioner_unknown' } });
  return { practitionerId: physician.id, level: input.level, startAt, endAt };
}

import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid, tooMany } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import { mayUsePin } from './keep-stations.ts';
import { limitsOf } from './limits.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { pinProblem } from './pin-rule.ts';
import type { setPin as asked } from './station-contract.ts';

export const getPin = (deps: Deps, actor: Actor): Promise<{ set: boolean }> =>
  deps.db.as(actor, async (tx) => {
    const { pinHash } = await tx.account.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: { pinHash: true },
    });
    return { set: pinHash !== null };
  });

/** @throws forbidden; invalid beside `currentPassword` or `pin`; too_many `too_many_attempts` */
export async function setPin(
  deps: Deps,
  actor: Actor,
  { currentPassword, pin }: Input<typeof asked>,
): Promise<Record<string, never>> {
  if (!mayUsePin(actor)) throw forbidden();
  const problem = pinProblem(pin);
  if (problem) throw invalid(problem, { fields: { pin: problem } });
  const limits = limitsOf(deps);
  const refusal = await limits.take({ password: actor.accountId });
  if (refusal) throw tooMany('too_many_attempts', { data: refusal });
  const { passwordHash } = await deps.db.as(actor, (tx) =>
    tx.account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { passwordHash: true } }),
  );
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    throw invalid('password_wrong', { fields: { currentPassword: 'password_wrong' } });
  }
  await limits.giveBack({ password: actor.accountId });
  await keep(deps, actor, await hashPassword(pin));
  return {};
}

export async function removePin(deps: Deps, actor: Actor): Promise<Record<string, never>> {
  await keep(deps, actor, null);
  return {};
}

const keep = (deps: Deps, actor: Actor, pinHash: string | null): Promise<void> =>
  deps.db.as(actor, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { pinHash }, select: { id: true } });
    await deps.record(tx, actor, {
      // Not `account.changed`: that ends the person's open lines.
      type: 'account.pin_changed',
      subject: { kind: 'account', id: actor.accountId },
      payload: { set: pinHash !== null },
    });
  });

import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { invalid, tooMany } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input } from '../../kernel/wire.ts';
import type { changePassword as asked } from './contract.ts';
import { limitsOf } from './limits.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordProblem } from './password-rule.ts';
import { endSessionsOf } from './sessions.ts';

/**
 * Sets another password after checking the present one, and ends every other session of the account.
 * @throws invalid with the code beside `currentPassword` or `newPassword`; too_many `too_many_attempts`
 */
export async function changePassword(deps: Deps, actor: Actor, input: Input<typeof asked>, call: Call) {
  const limits = limitsOf(deps);
  const refusal = await limits.take({ password: actor.accountId });
  if (refusal) throw tooMany('too_many_attempts', { data: refusal });
  const account = await deps.db.as(actor, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: { email: true, passwordHash: true },
    }),
  );
  if (!(await verifyPassword(account.passwordHash, input.currentPassword))) {
    throw invalid('password_wrong', { fields: { currentPassword: 'password_wrong' } });
  }
  await limits.giveBack({ password: actor.accountId });
  const problem =
    input.newPassword === input.currentPassword
      ? 'password_unchanged'
      : passwordProblem(input.newPassword, account.email);
  if (problem) throw invalid(problem, { fields: { newPassword: problem } });
  const passwordHash = await hashPassword(input.newPassword);
  await deps.db.as(actor, async (tx) => {
    await tx.account.update({
      where: { id: actor.accountId },
      data: { passwordHash, passwordExpiresAt: null },
      select: { id: true },
    });
    await endSessionsOf(tx, actor.accountId, call.sessionToken ?? undefined);
    await deps.record(tx, actor, {
      type: 'account.changed',
      subject: { kind: 'account', id: actor.accountId },
      payload: { changed: ['password'] },
    });
  });
  return {};
}

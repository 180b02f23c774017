import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { tooMany, unauthenticated } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input } from '../../kernel/wire.ts';
import { actorOf } from './account-actor.ts';
import type { signIn as asked } from './contract.ts';
import { limitsOf } from './limits.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import { presentSession } from './present.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { endSession, openSession } from './sessions.ts';

/**
 * Signs in. Whoever is unknown, inactive or wrong gets one and the same answer after the same time.
 * @throws unauthenticated `sign_in_failed`; too_many `too_many_attempts` with `data.retryAfter` in seconds
 */
export async function signIn(deps: Deps, input: Input<typeof asked>, call: Call) {
  const email = input.email.toLowerCase();
  const limits = limitsOf(deps);
  const keys = { signInPair: `${email} ${call.ip}`, signInEmail: email, signInIp: call.ip };
  const refusal = await limits.take(keys);
  if (refusal) {
    call.setHeader('Retry-After', String(refusal.retryAfter));
    throw tooMany('too_many_attempts', { data: refusal });
  }
  const account = await deps.db.system((tx) => findAccount(tx, email));
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  const why = !account ? 'unknown' : !matches ? 'password' : whyNot(account, deps.clock.now());
  if (!account || why) {
    await deps.db.system((tx) =>
      deps.record(tx, null, {
        type: 'session.refused',
        subject: { kind: 'account', id: account?.id ?? 'unknown' },
        payload: { why: why ?? 'unknown' },
      }),
    );
    throw unauthenticated('sign_in_failed');
  }
  await limits.giveBack(keys);
  const fresh = isOutdated(account.passwordHash) ? await hashPassword(input.password) : null;
  const { session, token } = await deps.db.system(async (tx) => {
    if (call.sessionToken) await endSession(tx, call.sessionToken);
    const opened = await openSession(deps, tx, account.id);
    await tx.account.update({
      where: { id: account.id },
      data: { lastSignInAt: deps.clock.now(), ...(fresh ? { passwordHash: fresh } : {}) },
    });
    await deps.record(tx, actorOf(account), {
      type: 'session.opened',
      subject: { kind: 'account', id: account.id },
    });
    return { token: opened.token, session: await presentSession(tx, account.id, opened) };
  });
  call.setCookie(cookieName(deps.config), token, cookieOptions(deps.config));
  return session;
}

const findAccount = (tx: Tx, email: string) =>
  tx.account.findUnique({
    where: { email },
    include: { organisation: { select: { kind: true, active: true } } },
  });
type Found = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** Why this account may not sign in although the password is right. */
function whyNot(account: Found, now: Date): 'inactive' | 'expired' | null {
  if (!account.active || !account.organisation.active) return 'inactive';
  return account.passwordExpiresAt && account.passwordExpiresAt <= now ? 'expired' : null;
}

import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { tooMany, unauthenticated } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input } from '../../kernel/wire.ts';
import { actorOf } from './account-actor.ts';
import { limitsOf } from './limits.ts';
import { verifyPassword } from './password.ts';
import { presentSession } from './present.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { endSession, openSession } from './sessions.ts';
import { stationOf } from './station.ts';
import type { signInByPin as asked } from './station-contract.ts';

/**
 * Signs in at a station of the own house. Whoever was signed in at it is signed out in the same moment: each action
 * stands under one name.
 * @throws unauthenticated `station_unknown`, `pin_wrong` (unknown, inactive, without PIN or wrong: one answer after
 * the same time); too_many `too_many_attempts` with `data.retryAfter` in seconds
 */
export async function signInByPin(deps: Deps, { accountId, pin }: Input<typeof asked>, call: Call) {
  const station = await deps.db.system((tx) => stationOf(tx, deps.config, call));
  if (!station) throw unauthenticated('station_unknown');
  const limits = limitsOf(deps);
  const keys = { pin: `${accountId} ${station.id}`, pinStation: station.id };
  const refusal = await limits.take(keys);
  if (refusal) {
    call.setHeader('Retry-After', String(refusal.retryAfter));
    throw tooMany('too_many_attempts', { data: refusal });
  }
  const account = await deps.db.system((tx) => findAccount(tx, accountId, station.organisationId));
  const matches = await verifyPassword(account?.pinHash ?? null, pin);
  if (!account || !matches) {
    await deps.db.system((tx) =>
      deps.record(tx, null, {
        type: 'session.refused',
        subject: { kind: 'account', id: account?.id ?? 'unknown' },
        payload: { why: account ? 'pin' : 'unknown', stationId: station.id },
      }),
    );
    throw unauthenticated('pin_wrong');
  }
  await limits.giveBack(keys);
  const { session, token } = await deps.db.system(async (tx) => {
    if (call.sessionToken) await endSession(tx, call.sessionToken);
    const opened = await openSession(deps, tx, account.id, station.id);
    await tx.account.update({ where: { id: account.id }, data: { lastSignInAt: deps.clock.now() } });
    await tx.station.update({ where: { id: station.id }, data: { lastUsedAt: deps.clock.now() } });
    await deps.record(tx, actorOf(account), {
      type: 'session.opened',
      subject: { kind: 'account', id: account.id },
      payload: { stationId: station.id },
    });
    return { token: opened.token, session: await presentSession(tx, account.id, opened) };
  });
  call.setCookie(cookieName(deps.config), token, cookieOptions(deps.config));
  return session;
}

const findAccount = (tx: Tx, id: string, organisationId: string) =>
  tx.account.findFirst({
    where: { id, organisationId, active: true, pinHash: { not: null }, passwordExpiresAt: null },
    include: { organisation: { select: { kind: true } } },
  });

import { parseCookie } from 'cookie';
import type { CookieOptions } from 'express';
import type { Config } from '../../kernel/config.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Call } from '../../kernel/http.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { hashOf } from './tokens.ts';

type Address = Pick<Config, 'publicUrl' | 'production'>;

export const stationCookie = (address: Address): string => `${cookieName(address)}-station`;

/** The longest that browsers keep a cookie (RFC 6265bis, 5.5). */
const longestMs = 400 * 86_400_000;
export const stationCookieOptions = (address: Address): CookieOptions => ({
  ...cookieOptions(address),
  sameSite: 'strict',
  maxAge: longestMs,
});

/** The station that the call comes from, by its cookie; null for every other device. */
export async function stationOf(tx: Tx, address: Address, call: Pick<Call, 'cookies'>) {
  const token = call.cookies ? parseCookie(call.cookies)[stationCookie(address)] : undefined;
  if (!token || !/^[\w-]{43}$/.test(token)) return null;
  return tx.station.findFirst({
    where: { tokenHash: hashOf(token), organisation: { active: true } },
    include: { organisation: { select: { id: true, name: true } } },
  });
}

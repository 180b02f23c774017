import { parseCookie } from 'cookie';
import type { CookieOptions } from 'express';
import type { Config } from '../../../kernel/config.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { sql } from '../../../kernel/statement.ts';
import { cookieName, cookieOptions, hashOf } from '../../identity/index.ts';

type Address = Pick<Config, 'publicUrl' | 'production'>;

export const guestCookie = (address: Address): string => `${cookieName(address)}-guest`;

/** A consultation that runs late must not lose its guest at a reload, in ms. */
const spare = 12 * 3_600_000;

export const guestCookieOptions = (address: Address, expiresAt: Date, now: Date): CookieOptions => ({
  ...cookieOptions(address),
  sameSite: 'strict',
  maxAge: expiresAt.getTime() - now.getTime() + spare,
});

/** The guest that this browser is, by the `Cookie` header; null for every other one. */
export async function guestFromCookie(
  deps: Pick<Deps, 'db' | 'config'>,
  header: string | null | undefined,
): Promise<{ id: string } | null> {
  const secret = header ? parseCookie(header)[guestCookie(deps.config)] : undefined;
  if (!secret || !/^[\w-]{43}$/.test(secret)) return null;
  const [row] = await deps.db.look<{ id: string }>(
    sql`select id from consultation_guest where cookie_hash = ${hashOf(secret)}`,
  );
  return row ?? null;
}

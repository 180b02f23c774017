import { parseCookie } from 'cookie';
import type { CookieOptions } from 'express';
import type { Config } from '../../kernel/config.ts';

type Address = Pick<Config, 'publicUrl' | 'production'>;

const isSecure = ({ publicUrl, production }: Address): boolean =>
  production || publicUrl?.startsWith('https:') === true;

/** With the prefix `__Host-` browsers accept it only from this very host, over https (RFC 6265bis, 4.1.3.2). */
export const cookieName = (address: Address): string =>
  isSecure(address) ? '__Host-telkonnet' : 'telkonnet';

/** No Max-Age: a closed browser forgets it, and how long a session lives is decided by the server alone. */
export const cookieOptions = (address: Address): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(address),
  path: '/',
});

/** The session's token from a `Cookie` header, or null. */
export function tokenFrom(address: Address, cookieHeader: string | undefined): string | null {
  const token = cookieHeader ? parseCookie(cookieHeader)[cookieName(address)] : undefined;
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
}

import { createHmac } from 'node:crypto';
import type { IceServer } from '../media-contract.ts';

/** How long a TURN credential may be used, in seconds; a consultation that lasts longer asks again. */
const inRoom = 6 * 3600;
/** The same for who is nobody of the network and only tests the line. */
export const inTest = 120;

/**
 * Relays for networks that let nothing else through, with credentials that expire by themselves: the user name is
 * the instant of expiry, the password its HMAC (draft-uberti-behave-turn-rest; coturn's `use-auth-secret`).
 * The name carries no person. `now` in ms since the epoch.
 */
export function iceServers(
  turn: { urls: string[]; secret: string } | undefined,
  now: number,
  lifetime = inRoom,
): IceServer[] {
  if (!turn || turn.urls.length === 0) return [];
  const username = String(Math.floor(now / 1000) + lifetime);
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: turn.urls, username, credential }];
}

import type { Deps } from '../../kernel/deps.ts';
import { iceServers } from './media/turn.ts';
import type { IceServer } from './media-contract.ts';

/** The relays that this installation has, with credentials for now; `lifetime` in seconds where it is not a room's. */
export function roomIceServers(
  { config, clock }: Pick<Deps, 'config' | 'clock'>,
  lifetime?: number,
): IceServer[] {
  const { turnUrl, turnSecret } = config.media;
  if (!turnUrl || !turnSecret) return [];
  const urls = turnUrl.split(',').map((url) => url.trim());
  return iceServers({ urls, secret: turnSecret }, clock.now().getTime(), lifetime);
}

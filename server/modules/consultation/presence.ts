import type { Server } from 'socket.io';
import type { Deps } from '../../kernel/deps.ts';
import { describe } from '../../kernel/errors.ts';
import { endStay } from './end-stay.ts';
import type { Media } from './media/client.ts';
import type { MediaEvent } from './media/interface.ts';
import { tellMediaEvent, tellMediaLost } from './media-facts.ts';

/**
 * Follows the media: tells the people in a room what happens in it, and keeps the books of who is there. The
 * returned function ends it.
 */
export function watchMedia(deps: Deps, media: Media, io: Server): () => void {
  const guarded = (work: Promise<void>) => {
    work.catch((error: unknown) => deps.log.error({ err: describe(error) }, 'media event not handled'));
  };
  const stopHearing = media.listen((event) => {
    guarded(tellMediaEvent(io, media, event));
    guarded(bookMediaEvent(deps, event));
  });
  const stopWatching = media.watch((state) => {
    if (state === 'down') tellMediaLost(io);
    // Both ways: when media is back, its rooms may be other ones than before.
    guarded(endLostStays(deps, media, state));
  });
  return () => {
    stopHearing();
    stopWatching();
  };
}

async function bookMediaEvent(deps: Deps, event: MediaEvent): Promise<void> {
  if (event.type === 'workerDied') deps.log.error({ pid: event.pid }, 'a media worker died');
  if (event.type !== 'peerLeft') return;
  // The media process tells by its own clock, the books are kept by this one's.
  const ago = Date.now() - event.lastSeenAt;
  await endStay(deps, event.peerId, new Date(deps.clock.now().getTime() - ago));
}

/**
 * Ends the stays of those who have no seat in the media any more. The books are read first: a stay is written after
 * its seat was taken, so one that has no seat afterwards has lost it.
 */
async function endLostStays(deps: Deps, media: Media, state: 'up' | 'down'): Promise<void> {
  const lostAt = deps.clock.now();
  const still = { where: { leftAt: null }, select: { id: true } } as const;
  const open = await deps.db.system(async (tx) => [
    ...(await tx.participation.findMany(still)),
    ...(await tx.guestStay.findMany(still)),
  ]);
  const rooms = state === 'up' ? await media.call('rooms', {}) : [];
  const seated = new Set(rooms.flatMap((room) => room.peers.map((peer) => peer.peerId)));
  for (const { id } of open) if (!seated.has(id)) await endStay(deps, id, lostAt);
}

import type { Deps } from '../../../kernel/deps.ts';
import type { Media } from '../media/client.ts';

/** Ends the media of a guest who has no right to it any more; the books follow the media. */
export async function endGuestSeats(deps: Deps, media: Media, guestId: string): Promise<void> {
  const seats = await deps.db.system((tx) =>
    tx.guestStay.findMany({ where: { guestId, leftAt: null }, select: { id: true, consultationId: true } }),
  );
  for (const { id: peerId, consultationId: roomId } of seats) {
    // A seat that is gone already has ended.
    await media.call('leave', { roomId, peerId }).catch(() => undefined);
  }
}

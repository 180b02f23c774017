import { randomUUID } from 'node:crypto';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, notFound } from '../../../kernel/errors.ts';
import type { GuestState } from '../guests-contract.ts';
import type { Media } from '../media/client.ts';
import { refuseUnlessOpen } from '../open-room.ts';
import { roomIceServers } from '../room-ice-servers.ts';
import type { Entry } from '../signalling.ts';
import { guestStateAt } from './guest-state.ts';
import { describeInvitation } from './own-invitation.ts';

/**
 * An admitted guest takes a seat, in the media first and then in the books, as everybody does. A guest starts no
 * consultation and counts for nothing that is billed: the books of guests are their own.
 * @throws notFound `consultation_not_found` for any room but the own; conflict `guest_not_admitted`, `guest_refused`,
 * `guest_link_revoked`, `guest_link_expired`, `room_full`, and as `openRoom`; unavailable `media_unavailable`
 */
export async function enterAsGuest(
  deps: Deps,
  media: Media,
  guestId: string,
  { consultationId, keyPackage }: { consultationId: string; keyPackage: string },
): Promise<Entry> {
  await refuseUnlessAdmitted(deps, guestId, consultationId);
  const seatId = randomUUID();
  const seat = { roomId: consultationId, peerId: seatId };
  const joined = await media.call('join', { ...seat, participantId: guestId, keyPackage });
  try {
    await recordGuestStay(deps, guestId, consultationId, seatId);
  } catch (error) {
    // What is not in the books does not happen in the room either.
    await media.call('leave', seat).catch(() => undefined);
    throw error;
  }
  return { ...joined, seatId, participantId: guestId, iceServers: roomIceServers(deps) };
}

async function refuseUnlessAdmitted(deps: Deps, guestId: string, consultationId: string): Promise<void> {
  const now = deps.clock.now();
  const own = await deps.db.asGuest(guestId, (tx) => describeInvitation(tx, guestId, now));
  refuseState(own.state);
  if (own.consultationId !== consultationId) throw notFound('consultation');
  refuseUnlessOpen({ state: own.room, opensAt: own.opensAt });
}

function refuseState(state: GuestState): void {
  if (state === 'admitted') return;
  if (state === 'refused') throw conflict('guest_refused');
  if (state === 'revoked') throw conflict('guest_link_revoked');
  if (state === 'expired') throw conflict('guest_link_expired');
  throw conflict('guest_not_admitted');
}

async function recordGuestStay(
  deps: Deps,
  guestId: string,
  consultationId: string,
  id: string,
): Promise<void> {
  const joinedAt = deps.clock.now();
  await deps.db.system(async (tx) => {
    // Who is put out at this moment is put out before, and refused here, or after, and then the seat is seen.
    await tx.$queryRaw`select id from consultation_guest where id = ${guestId}::uuid for update`;
    const guest = await tx.consultationGuest.findUniqueOrThrow({
      where: { id: guestId },
      include: { request: { select: { id: true, patientId: true } } },
    });
    refuseState(guestStateAt(guest, joinedAt));
    await tx.$queryRaw`select id from consultation where id = ${consultationId}::uuid for update`;
    const { state } = await tx.consultation.findUniqueOrThrow({ where: { id: consultationId } });
    if (state === 'closed') throw conflict('consultation_closed');
    // A seat in another tab has just lost its media to this one.
    await tx.guestStay.updateMany({ where: { guestId, leftAt: null }, data: { leftAt: joinedAt } });
    await tx.guestStay.create({ data: { id, guestId, consultationId, joinedAt } });
    await deps.record(tx, null, {
      type: 'guest.joined',
      subject: { kind: 'guest', id: guestId },
      patientId: guest.request.patientId,
      requestId: guest.request.id,
    });
  });
}

import type { Socket } from 'socket.io';
import type { Deps } from '../../../kernel/deps.ts';
import { AppError, describe } from '../../../kernel/errors.ts';
import type { OpenLine } from '../../../kernel/socket.ts';
import type { Media } from '../media/client.ts';
import { ownSeat } from '../own-seat.ts';
import { recordQuality } from '../quality/record-quality.ts';
import { roomIceServers } from '../room-ice-servers.ts';
import { mountSignalling } from '../signalling.ts';
import { enterAsGuest } from './enter-as-guest.ts';
import { guestFromCookie } from './guest-cookie.ts';
import { move } from './keep-own-place.ts';

/** What a guest's open window hears. */
export const guestRoomOf = (guestId: string) => `guest:${guestId}`;

/** Whose page is gone for so long does not wait any more, in ms. */
const grace = 20_000;

/** Whether a socket is opened by the guests' page: a browser may have a session and a guest's cookie side by side. */
export const isGuestLine = ({ handshake }: Pick<Socket, 'handshake'>): boolean =>
  handshake.auth.as === 'guest';

export const guestOfLine = (deps: Deps, { handshake }: Pick<Socket, 'handshake'>) =>
  guestFromCookie(deps, handshake.headers.cookie);

/** A guest's line: waits, and once admitted may do in the one own room what everybody may there. Nothing else. */
export async function guestSockets(line: OpenLine, media: Media, guestId: string): Promise<void> {
  const { deps, socket } = line;
  await socket.join(guestRoomOf(guestId));
  mountSignalling(line, media, {
    enter: (consultationId, keyPackage) => enterAsGuest(deps, media, guestId, { consultationId, keyPackage }),
    resume: (address) => ownSeat(media, guestId, address),
    leave: async (address) => {
      await media.call('leave', address);
    },
    iceServers: () => roomIceServers(deps),
    report: (address, report) => recordQuality(deps, address, report),
  });
  socket.on('disconnect', () => leaveLobbyLater(line, guestId));
}

/** Who has closed the page does not wait; a line that comes back in time does, and the page asks again after. */
function leaveLobbyLater({ deps, io }: OpenLine, guestId: string): void {
  setTimeout(async () => {
    try {
      const back = await io.in(guestRoomOf(guestId)).fetchSockets();
      if (back.length === 0) await leaveLobby(deps, guestId);
    } catch (error) {
      if (!(error instanceof AppError)) deps.log.error({ err: describe(error) }, 'a lobby was not left');
    }
  }, grace).unref();
}

async function leaveLobby(deps: Deps, guestId: string): Promise<void> {
  const waits = await deps.db.asGuest(guestId, (tx) =>
    tx.consultationGuest.count({ where: { id: guestId, state: 'waiting' } }),
  );
  // Who is in the room keeps the place: the seat is freed by the media alone.
  if (waits > 0) await move(deps, guestId, 'left', ['left']);
}

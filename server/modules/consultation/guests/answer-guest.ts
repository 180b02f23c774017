import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { admitGuest as admit, Guest, listGuests as list } from '../guests-contract.ts';
import type { Media } from '../media/client.ts';
import { endGuestSeats } from './end-guest-seats.ts';
import { recordGuestEvent } from './guest-event.ts';
import { guestStateAt, nextGuestState } from './guest-state.ts';
import { lockGuest, presentGuest, presentGuests, requestWithGuests } from './own-guests.ts';

type OfGuest = Input<typeof admit>;
type Answer = 'admitted' | 'refused' | 'revoked';

export async function listGuests(
  deps: Deps,
  actor: Actor,
  { id: requestId }: Input<typeof list>,
): Promise<Reply<typeof list>> {
  return deps.db.as(actor, async (tx) => {
    await requestWithGuests(tx, actor, requestId);
    const rows = await tx.consultationGuest.findMany({
      where: { requestId },
      orderBy: { createdAt: 'desc' },
    });
    return { guests: await presentGuests(tx, rows, deps.clock.now()) };
  });
}

/** Lets somebody in who waits. @throws conflict `guest_state`; `room_not_open` while nobody has opened the room */
export const admitGuest = (deps: Deps, actor: Actor, input: OfGuest): Promise<Guest> =>
  answer(deps, actor, input, 'admitted', async (tx) => {
    const room = await tx.consultation.findUnique({
      where: { requestId: input.id },
      select: { state: true },
    });
    if (!room) throw conflict('room_not_open');
    if (room.state === 'closed') throw conflict('consultation_closed');
  });

export const refuseGuest = (deps: Deps, actor: Actor, input: OfGuest): Promise<Guest> =>
  answer(deps, actor, input, 'refused');

/** Withdraws an invitation. Who sits in the room is put out before this is answered. */
export async function revokeGuest(deps: Deps, media: Media, actor: Actor, input: OfGuest): Promise<Guest> {
  const revoked = await answer(deps, actor, input, 'revoked');
  await endGuestSeats(deps, media, input.guestId);
  return revoked;
}

async function answer(
  deps: Deps,
  actor: Actor,
  { id: requestId, guestId }: OfGuest,
  to: Answer,
  refuse?: (tx: Tx) => Promise<void>,
): Promise<Guest> {
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    await requestWithGuests(tx, actor, requestId);
    const guest = await lockGuest(tx, requestId, guestId);
    const state = guestStateAt(guest, now);
    const next: readonly string[] = nextGuestState[state];
    // Two who press at once mean the same.
    if (state === to) return presentGuest(tx, guestId, now);
    if (!next.includes(to)) throw conflict('guest_state', { data: { state } });
    await refuse?.(tx);
    await tx.consultationGuest.update({ where: { id: guestId }, data: { state: to, changedAt: now } });
    await recordGuestEvent(deps, tx, actor, `guest.${to}`, guestId);
    return presentGuest(tx, guestId, now);
  });
}

import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { hashOf, newToken } from '../../identity/index.ts';
import { lockRequest } from '../../requests/index.ts';
import { type inviteGuest as invite, mostGuests } from '../guests-contract.ts';
import { roomState } from '../room-state.ts';
import { recordGuestEvent } from './guest-event.ts';
import { guestExpiry, openGuestStates } from './guest-state.ts';
import { presentGuest, requestWithGuests } from './own-guests.ts';

/**
 * Invites a guest. The link's secret is in this answer and nowhere else: kept is its hash.
 * @throws notFound; forbidden; conflict `room_over`, `consultation_closed`, `guests_full`
 */
export async function inviteGuest(
  deps: Deps,
  actor: Actor,
  { id: requestId, name, kind, language }: Input<typeof invite>,
): Promise<Reply<typeof invite>> {
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    // Of two who invite at once the later counts the earlier's guest.
    await lockRequest(tx, requestId);
    const { row, side } = await requestWithGuests(tx, actor, requestId);
    const consultation = await tx.consultation.findUnique({ where: { requestId }, select: { state: true } });
    const room = roomState({ ...row, consultation: consultation?.state ?? null }, now);
    if (room === 'closed') throw conflict('consultation_closed');
    if (room === 'over') throw conflict('room_over');
    const open = await tx.consultationGuest.count({
      where: {
        requestId,
        state: { in: [...openGuestStates] },
        OR: [{ expiresAt: { gt: now } }, { state: 'admitted' }],
      },
    });
    if (open >= mostGuests) throw conflict('guests_full', { data: { most: mostGuests } });
    const token = newToken();
    const { id } = await tx.consultationGuest.create({
      data: {
        requestId,
        name,
        kind,
        language,
        side,
        invitedById: actor.accountId,
        tokenHash: hashOf(token),
        createdAt: now,
        changedAt: now,
        expiresAt: guestExpiry(row.plannedEnd, now),
      },
    });
    await recordGuestEvent(deps, tx, actor, 'guest.invited', id);
    return { guest: await presentGuest(tx, id, now), path: `/gast#${token}` };
  });
}

import type { Tx } from '../../../kernel/db.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { RequestStatus } from '../../requests/contract.ts';
import type { OwnInvitation } from '../guests-contract.ts';
import { GuestLanguage } from '../guests-contract.ts';
import type { ConsultationState } from '../room-state.ts';
import { opensAt, roomState } from '../room-state.ts';
import { guestStateAt } from './guest-state.ts';

type Room = {
  status: RequestStatus;
  plannedStart: Date | null;
  plannedEnd: Date | null;
  consultationId: string | null;
  consultation: ConsultationState | null;
  inviter: string;
  organisation: string;
};

/** A guest's own invitation. Runs as that guest: row-level security shows this row and this room only. */
export async function describeInvitation(tx: Tx, guestId: string, now: Date): Promise<OwnInvitation> {
  const row = await tx.consultationGuest.findUnique({ where: { id: guestId } });
  const [room] = await tx.$queryRaw<Room[]>`
    select status, planned_start as "plannedStart", planned_end as "plannedEnd", consultation_id::text as "consultationId",
      consultation_state as consultation, inviter, organisation from guest_room()`;
  if (!row || !room) throw notFound('guest_link');
  const state = guestStateAt(row, now);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    language: GuestLanguage.parse(row.language),
    state,
    room: roomState(room, now),
    now: now.toISOString(),
    opensAt: opensAt(room)?.toISOString() ?? null,
    plannedStart: room.plannedStart?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    invitedBy: { name: room.inviter, organisation: room.organisation },
    consultationId: state === 'admitted' ? room.consultationId : null,
  };
}

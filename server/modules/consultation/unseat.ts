import type { Server } from 'socket.io';
import type { Deps } from '../../kernel/deps.ts';
import { tell } from '../../kernel/socket.ts';
import type { Role } from '../../kernel/wire.ts';
import { sideOf } from '../requests/index.ts';
import type { Media } from './media/client.ts';
import { roomOf, seatRoomOf } from './signalling.ts';
import { seatLost } from './signalling-contract.ts';

/** Events after which somebody who sits in a room may no longer be there. */
export const unseating: readonly string[] = [
  'session.closed',
  'account.changed',
  'organisation.changed',
  'urgent.passed',
  'urgent.helper_answered',
  'urgent.helper_removed',
  'consultation.helper_removed',
  'guest.revoked',
  'guest.left',
];

type Seat = {
  peerId: string;
  roomId: string;
  isSignedIn: boolean;
  /** As second specialist. */
  isJoined: boolean;
  role: Role;
  organisationId: string;
  departmentId: string | null;
  requesterOrganisationId: string;
  providerDepartmentId: string;
};

/**
 * Ends the media of everyone who sits in a room without a right to it: signed out or switched off meanwhile, moved to
 * another place, or of a department that has passed the request on. A closed socket alone ends no media, as a
 * consultation must outlive a lost line.
 */
export async function unseatStrangers(deps: Deps, media: Media, io: Server): Promise<void> {
  const now = deps.clock.now();
  const seats = await deps.db.system(
    (tx) => tx.$queryRaw<Seat[]>`
      select s.id::text as "peerId", s.consultation_id::text as "roomId", a.role::text as role,
        a.organisation_id::text as "organisationId", a.department_id::text as "departmentId",
        r.requester_organisation_id::text as "requesterOrganisationId",
        r.provider_department_id::text as "providerDepartmentId",
        a.active and o.active and exists (
          select 1 from session t where t.account_id = a.id and t.expires_at > ${now}) as "isSignedIn",
        exists (select 1 from urgent_helper h where h.request_id = r.id and h.account_id = a.id
          and h.state in ('invited', 'joined'))
        or exists (select 1 from consultation_helper h where h.request_id = r.id and h.account_id = a.id
          and h.state in ('invited', 'joined')) as "isJoined"
      from participation s
      join consultation c on c.id = s.consultation_id
      join consult_request r on r.id = c.request_id
      join account a on a.id = s.account_id
      join organisation o on o.id = a.organisation_id
      where s.left_at is null`,
  );
  const strangers = seats.filter((seat) => !seat.isSignedIn || !(seat.isJoined || sideOf(seat, seat)));
  for (const { roomId, peerId } of [...strangers, ...(await seatsOfFormerGuests(deps))]) {
    tell(io, [seatRoomOf(peerId)], seatLost, { seatId: peerId, reason: 'broken' });
    io.in(seatRoomOf(peerId)).socketsLeave([roomOf(roomId), seatRoomOf(peerId)]);
    // Without media there is nothing to end; a seat that is gone already has ended.
    await media.call('leave', { roomId, peerId }).catch(() => undefined);
  }
}

/** Guests who were put out, or have gone by another window. */
const seatsOfFormerGuests = (deps: Deps): Promise<{ roomId: string; peerId: string }[]> =>
  deps.db.system(
    (tx) => tx.$queryRaw`
      select s.id::text as "peerId", s.consultation_id::text as "roomId"
      from guest_stay s join consultation_guest g on g.id = s.guest_id
      where s.left_at is null and g.state <> 'admitted'`,
  );

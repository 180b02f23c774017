import type { Deps } from '../../../kernel/deps.ts';
import { conflict, unauthenticated } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import type { Reply } from '../../../kernel/wire.ts';
import type {
  GuestSeesPerson,
  GuestState,
  listPeopleForGuest as listPeople,
  OwnInvitation,
} from '../guests-contract.ts';
import type { Media } from '../media/client.ts';
import { endGuestSeats } from './end-guest-seats.ts';
import { guestFromCookie } from './guest-cookie.ts';
import { recordGuestEvent } from './guest-event.ts';
import { guestStateBefore } from './guest-state.ts';
import { describeInvitation } from './own-invitation.ts';

/** @throws unauthenticated `guest_unknown` for a browser that has used no link */
async function guestOf(deps: Deps, call: Call): Promise<string> {
  const guest = await guestFromCookie(deps, call.cookies);
  if (!guest) throw unauthenticated('guest_unknown');
  return guest.id;
}

export async function viewOwnInvitation(deps: Deps, _input: object, call: Call): Promise<OwnInvitation> {
  const id = await guestOf(deps, call);
  return deps.db.asGuest(id, (tx) => describeInvitation(tx, id, deps.clock.now()));
}

/** Back into the lobby. @throws conflict `guest_state` for who was refused, put out or whose time is over */
export async function waitAgain(deps: Deps, _input: object, call: Call): Promise<OwnInvitation> {
  return move(deps, await guestOf(deps, call), 'waiting', ['waiting', 'admitted']);
}

/** Goes, from the lobby or the room; may ask again until the link expires. */
export async function leaveAsGuest(
  deps: Deps,
  media: Media,
  _input: object,
  call: Call,
): Promise<OwnInvitation> {
  const id = await guestOf(deps, call);
  const left = await move(deps, id, 'left', ['left']);
  await endGuestSeats(deps, media, id);
  return left;
}

/** Moves the own invitation, unless it is in one of the states that will do as well. */
export async function move(
  deps: Deps,
  id: string,
  to: 'waiting' | 'left',
  alike: readonly GuestState[],
): Promise<OwnInvitation> {
  const now = deps.clock.now();
  return deps.db.asGuest(id, async (tx) => {
    const moved = await tx.consultationGuest.updateMany({
      where: { id, state: { in: guestStateBefore(to) }, ...(to === 'waiting' && { expiresAt: { gt: now } }) },
      data: { state: to, changedAt: now },
    });
    const invitation = await describeInvitation(tx, id, now);
    if (moved.count > 0) await recordGuestEvent(deps, tx, null, `guest.${to}`, id);
    else if (!alike.includes(invitation.state)) {
      throw conflict('guest_state', { data: { state: invitation.state } });
    }
    return invitation;
  });
}

/** Names and roles of the people in the own room; nobody's before one is admitted. */
export async function listPeopleForGuest(
  deps: Deps,
  _input: object,
  call: Call,
): Promise<Reply<typeof listPeople>> {
  const people = await deps.db.asGuest(
    await guestOf(deps, call),
    (tx) => tx.$queryRaw<GuestSeesPerson[]>`
      select id::text as id, name, role, organisation, side from guest_people() order by name`,
  );
  return { people };
}

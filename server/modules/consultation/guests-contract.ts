/** Guests: people without an account who come into one consultation's room by a link that works once. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, roles } from '../../kernel/wire.ts';
import { GuestKind, RoomState, Side } from './contract.ts';

/** `left`: went by themselves and may ask again. `revoked`: the invitation was withdrawn, or the guest was put out. */
export const GuestState = z.enum(['invited', 'waiting', 'admitted', 'left', 'refused', 'revoked', 'expired']);
export type GuestState = z.infer<typeof GuestState>;

export const GuestLanguage = z.enum(['de', 'en']);
export type GuestLanguage = z.infer<typeof GuestLanguage>;

/** Invitations of one consultation that may be open at the same time. */
export const mostGuests = 4;

/** A guest as the people at work see one. */
export const Guest = z.object({
  /** `participantId` in the room's signalling. */
  id: Id,
  name: z.string(),
  kind: GuestKind,
  language: GuestLanguage,
  side: Side,
  state: GuestState,
  invitedBy: z.string(),
  /** Since when in this state. */
  since: Instant,
  expiresAt: Instant,
});
export type Guest = z.infer<typeof Guest>;

const OfRequest = z.object({ id: Id });
const OfGuest = OfRequest.extend({ guestId: Id });

export const inviteGuest = endpoint({
  method: 'post',
  path: '/api/requests/:id/guests',
  summary: 'Invite a guest into the consultation; the link is in this answer only and works once',
  params: OfRequest,
  body: z.object({
    name: z.string().trim().min(1).max(120),
    kind: GuestKind,
    language: GuestLanguage,
    /** The inviter has asked: the patient, or who speaks for them, agrees to this person. */
    patientAgrees: z.literal(true),
  }),
  /** `path` with the secret behind `#`, where no server and no log sees it. */
  reply: z.object({ guest: Guest, path: z.string() }),
  errors: ['request_not_found', 'guests_full', 'room_over', 'consultation_closed'],
});

export const listGuests = endpoint({
  method: 'get',
  path: '/api/requests/:id/guests',
  summary: "A consultation's guests, newest first",
  params: OfRequest,
  reply: z.object({ guests: z.array(Guest) }),
  errors: ['request_not_found'],
});

export const admitGuest = endpoint({
  method: 'post',
  path: '/api/requests/:id/guests/:guestId/admit',
  summary: 'Let a guest who waits into the room',
  params: OfGuest,
  reply: Guest,
  status: 200,
  errors: ['guest_not_found', 'guest_state', 'room_not_open', 'consultation_closed'],
});

export const refuseGuest = endpoint({
  method: 'post',
  path: '/api/requests/:id/guests/:guestId/refuse',
  summary: 'Send a guest who waits away, for good',
  params: OfGuest,
  reply: Guest,
  status: 200,
  errors: ['guest_not_found', 'guest_state'],
});

export const revokeGuest = endpoint({
  method: 'delete',
  path: '/api/requests/:id/guests/:guestId',
  summary: 'Withdraw an invitation; a guest who is in the room is put out at once',
  params: OfGuest,
  reply: Guest,
  errors: ['guest_not_found', 'guest_state'],
});

/** What a guest learns: whose invitation, and whether the door is open. Nothing about the patient. */
export const OwnInvitation = z.object({
  id: Id,
  name: z.string(),
  kind: GuestKind,
  language: GuestLanguage,
  state: GuestState,
  room: RoomState,
  /** The server's time, against device clocks that are wrong by hours. */
  now: Instant,
  opensAt: Instant.nullable(),
  plannedStart: Instant.nullable(),
  expiresAt: Instant,
  invitedBy: z.object({ name: z.string(), organisation: z.string() }),
  /** What to join; null before one is admitted. */
  consultationId: Id.nullable(),
});
export type OwnInvitation = z.infer<typeof OwnInvitation>;

const Link = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const linkErrors = [
  'guest_link_not_found',
  'guest_link_used',
  'guest_link_expired',
  'guest_link_revoked',
  'room_over',
  'consultation_closed',
  'too_many_attempts',
] as const;

export const readInvitation = endpoint({
  method: 'post',
  path: '/api/guest/invitation',
  summary: 'What a link invites to, before it is used',
  body: Link,
  reply: OwnInvitation,
  open: true,
  status: 200,
  errors: linkErrors,
});

export const redeemInvitation = endpoint({
  method: 'post',
  path: '/api/guest/redemption',
  summary: 'Use a link, once: this browser gets the cookie by which it comes back, and waits in the lobby',
  body: Link,
  reply: OwnInvitation,
  open: true,
  status: 200,
  errors: linkErrors,
});

export const getOwnInvitation = endpoint({
  method: 'get',
  path: '/api/guest',
  summary: "The invitation of this browser's guest",
  reply: OwnInvitation,
  open: true,
  errors: ['guest_unknown'],
});

export const waitAgain = endpoint({
  method: 'post',
  path: '/api/guest/wait',
  summary: 'Go back into the lobby after having left; harmless for who waits or is admitted',
  reply: OwnInvitation,
  open: true,
  status: 200,
  errors: ['guest_unknown', 'guest_state'],
});

export const leaveAsGuest = endpoint({
  method: 'post',
  path: '/api/guest/leave',
  summary: 'Leave the lobby or the room',
  reply: OwnInvitation,
  open: true,
  status: 200,
  errors: ['guest_unknown', 'guest_state'],
});

/** Somebody in the room, as a guest sees them. */
export const GuestSeesPerson = z.object({
  id: Id,
  name: z.string(),
  role: z.enum([...roles, ...GuestKind.options]),
  organisation: z.string(),
  side: Side,
});
export type GuestSeesPerson = z.infer<typeof GuestSeesPerson>;

export const listPeopleForGuest = endpoint({
  method: 'get',
  path: '/api/guest/people',
  summary: 'Names and roles of everyone who is or was in the room, for an admitted guest',
  reply: z.object({ people: z.array(GuestSeesPerson) }),
  open: true,
  errors: ['guest_unknown'],
});

/** Somebody was invited, waits, was admitted or is gone: who shows it asks again. Goes to both sides. */
export const guestsChanged = fact({
  name: 'consultation:guests-changed',
  data: z.object({ requestId: Id }),
});

/** To the guest: something about the own invitation or its room has changed. */
export const invitationChanged = fact({ name: 'guest:changed', data: z.object({}) });

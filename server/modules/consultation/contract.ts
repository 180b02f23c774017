/** The consultation itself: its room, who may enter when, who was there, and how it ended. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, Role } from '../../kernel/wire.ts';
import { RequestKind } from '../requests/contract.ts';

/**
 * `early`: not open yet. `over`: its time has passed unused, or the request was cancelled or withdrawn.
 * `ready`: may be entered. `running`: both sides have met. `closed`: for good.
 */
export const RoomState = z.enum(['early', 'over', 'ready', 'running', 'closed']);
export type RoomState = z.infer<typeof RoomState>;

/** What became of the patient. */
export const Outcome = z.enum(['stays', 'gp_visit', 'ambulance', 'admission']);
export type Outcome = z.infer<typeof Outcome>;

export const Side = z.enum(['requester', 'provider']);
export type Side = z.infer<typeof Side>;

/** As what somebody without an account is invited. */
export const GuestKind = z.enum(['relative', 'guardian', 'interpreter', 'patient']);
export type GuestKind = z.infer<typeof GuestKind>;

export const Room = z.object({
  requestId: Id,
  /** Null until somebody has opened it. */
  consultationId: Id.nullable(),
  /** The request's number, shown as "K-000123". */
  number: z.int(),
  kind: RequestKind,
  state: RoomState,
  side: Side,
  /** The server's time, against device clocks that are wrong by hours. */
  now: Instant,
  /** From then on it may be entered; null for an urgent request, whose room is open once it is accepted. */
  opensAt: Instant.nullable(),
  plannedStart: Instant.nullable(),
  plannedEnd: Instant.nullable(),
  startedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  presentSeconds: z.int().nullable(),
  patient: z.object({ id: Id, initials: z.string() }),
  /** The side across, and its number should the video fail. */
  other: z.object({ name: z.string(), phone: z.string() }),
  /** The reader may end it for everyone. */
  mayClose: z.boolean(),
});
export type Room = z.infer<typeof Room>;

const OfRequest = z.object({ id: Id });

export const getRoom = endpoint({
  method: 'get',
  path: '/api/requests/:id/room',
  summary: "A request's consultation room, for its two sides; is recorded",
  params: OfRequest,
  reply: Room,
  errors: ['request_not_found'],
});

export const openRoom = endpoint({
  method: 'post',
  path: '/api/requests/:id/room',
  summary: 'Open the room, or find it open; media is joined over the socket afterwards',
  params: OfRequest,
  reply: Room,
  status: 200,
  /** `room_not_open` carries `data.opensAt`. */
  errors: ['request_not_found', 'room_not_open', 'room_over', 'consultation_closed'],
});

export const closeConsultation = endpoint({
  method: 'post',
  path: '/api/consultations/:id/close',
  summary: 'End the consultation for everyone; the specialist does',
  params: z.object({ id: Id }),
  body: z.object({
    outcome: Outcome.nullable(),
    /** The video failed and it was continued, or held, by phone. */
    byPhone: z.boolean(),
  }),
  reply: z.object({ presentSeconds: z.int(), startedAt: Instant.nullable(), closedAt: Instant }),
  status: 200,
  errors: ['consultation_not_found', 'consultation_closed', 'nobody_met'],
});

export const RoomPerson = z.object({
  /** The account, or the guest's id: `participantId` in the room's signalling. */
  id: Id,
  name: z.string(),
  /** A guest has none. */
  role: Role.nullable(),
  /** As what somebody without an account was invited; null for people at work. */
  guest: GuestKind.nullable(),
  /** A guest's is the one that invited. */
  organisation: z.string(),
  side: Side,
});
export type RoomPerson = z.infer<typeof RoomPerson>;

export const listParticipants = endpoint({
  method: 'get',
  path: '/api/consultations/:id/participants',
  summary: 'Everyone who is or was in the room',
  params: z.object({ id: Id }),
  reply: z.object({ people: z.array(RoomPerson) }),
  errors: ['consultation_not_found'],
});

/** A room was opened, entered, left or closed: who shows it asks again. Goes to both sides. */
export const consultationChanged = fact({
  name: 'consultation:changed',
  data: z.object({
    requestId: Id,
    consultationId: Id,
    change: z.enum(['opened', 'started', 'joined', 'left', 'closed']),
  }),
});

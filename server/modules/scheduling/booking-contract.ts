/** What becomes of a booking: moved, handed over, cancelled, missed. */
import { z } from 'zod';
import { endpoint, Id, Instant, LocalDate, Role } from '../../kernel/wire.ts';
import { RequestStatus } from '../requests/contract.ts';
import { Named, Overbook, Reason, slotErrors, WantedTime } from './contract.ts';

/** Who came when, from the joins, or as corrected. `late`: minutes after the start, from five on; null = in time or not there. */
export const Attendance = z.object({
  requesterJoinedAt: Instant.nullable(),
  providerJoinedAt: Instant.nullable(),
  requesterLate: z.int().nullable(),
  providerLate: z.int().nullable(),
  missedBy: z.enum(['requester', 'provider', 'both']).nullable(),
  corrected: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type Attendance = z.infer<typeof Attendance>;

/** `no_longer_needed`, `patient_unable`, `other`: by the practice; `practitioner_unable`, `other`: by the department. */
export const CancelReason = z.enum(['no_longer_needed', 'patient_unable', 'practitioner_unable', 'other']);
export type CancelReason = z.infer<typeof CancelReason>;

/** To the other side. */
const note = z.string().trim().max(1_000, 'too_long').nullish();

export const cancelBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/cancel',
  summary: 'Cancel a booking, by either side; frees the time and ends the request',
  params: z.object({ id: Id }),
  body: z.object({
    reason: z.enum(CancelReason.options, 'required'),
    note,
    /** With the later times of its series, too. */
    following: z.boolean().optional(),
  }),
  reply: z.object({
    bookingId: Id,
    requestId: Id,
    status: RequestStatus,
    /** All that were cancelled, this one included. */
    cancelled: z.array(Id),
  }),
  status: 200,
  errors: ['booking_not_found', 'booking_state', 'reason_not_yours'],
});

export const missBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/no-show',
  summary: 'The practice did not come: told by the department, once the time has begun; ends the request',
  params: z.object({ id: Id }),
  reply: z.object({ bookingId: Id, requestId: Id, status: RequestStatus }),
  status: 200,
  errors: ['booking_not_found', 'booking_state', 'booking_not_begun'],
});

/** No patient in it: a calendar hangs on a wall. */
export const CalendarBooking = z.object({
  id: Id,
  requestId: Id,
  requestNumber: z.int(),
  requestStatus: RequestStatus,
  practitionerId: Id,
  poolId: Id.nullable(),
  state: z.enum(['booked', 'fulfilled', 'no_show']),
  startAt: Instant,
  endAt: Instant,
  /** Deliberately beside another booking or outside the roster, for this reason. */
  overbooked: z.string().nullable(),
  series: z.object({ id: Id, index: z.int(), count: z.int() }).nullable(),
  attendance: Attendance,
  /** To be sent back with a change: who changes an older state is refused. */
  sequence: z.int(),
  requester: z.object({ id: Id, name: z.string(), city: z.string() }),
});
export type CalendarBooking = z.infer<typeof CalendarBooking>;

/** What every change of a booking takes beside its new place. */
const change = { overbook: Overbook.optional(), note, sequence: z.int().min(0) };
const changed = {
  params: z.object({ id: Id }),
  reply: CalendarBooking,
  status: 200,
  idempotent: true,
} as const;
const changeErrors = ['booking_not_found', 'booking_state', 'booking_changed', 'choose_one'] as const;

export const moveBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/move',
  summary:
    'Move a booking to another time, by either side: to one the actor holds (`holdId`) or a named one. The old time ' +
    'is free exactly when the new one is taken. The department may use any roster of its people, and overbook',
  body: z.object({ ...WantedTime, ...change }),
  ...changed,
  errors: [...changeErrors, 'hold_expired', 'other_department', ...slotErrors],
});

export const handOverBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/hand-over',
  summary:
    'Give a booking to a colleague (`practitionerId`) or to whoever of a pool is free (`poolId`), at the same time; ' +
    'a specialist the own ones, the coordinator all',
  body: z.object({ practitionerId: Id.optional(), poolId: Id.optional(), ...change }),
  ...changed,
  errors: [
    ...changeErrors,
    'practitioner_not_found',
    'pool_not_found',
    'pool_nobody_free',
    'practitioner_absent',
    'colleague_taken',
    'same_person',
  ],
});

/** Who of the department could take a booking over, or where it could go; for the choice on the screen. */
export const listColleagues = endpoint({
  method: 'get',
  path: '/api/bookings/:id/colleagues',
  summary: 'Who of the department could take the booking over at its time, and which pools',
  params: z.object({ id: Id }),
  reply: z.object({
    people: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** Null = free. */
        obstacle: z.enum(['taken', 'absent']).nullable(),
        inRoster: z.boolean(),
        /** Bookings of the same day. */
        bookings: z.int(),
      }),
    ),
    pools: z.array(z.object({ id: Id, name: z.string(), free: z.int() })),
  }),
  errors: ['booking_not_found'],
});

export const correctAttendance = endpoint({
  method: 'put',
  path: '/api/bookings/:id/attendance',
  summary:
    'Correct who came, with a reason, by the department; `missedBy: null` = both were there (by phone, say)',
  params: z.object({ id: Id }),
  body: z.object({
    missedBy: z.enum(['requester', 'provider', 'both']).nullable(),
    reason: Reason,
  }),
  reply: CalendarBooking,
  status: 200,
  errors: ['booking_not_found', 'booking_state', 'booking_not_begun'],
});

/** One step in the history of a booking. */
export const BookingStep = z.object({
  at: Instant,
  /** Event type: `booking.made`, `booking.moved`, `booking.handed_over`, `booking.cancelled`, … */
  type: z.string(),
  /** Null = the software. */
  by: z.object({ name: z.string(), role: Role }).nullable(),
  from: z.object({ startAt: Instant, practitioner: z.string() }).nullable(),
  to: z.object({ startAt: Instant, practitioner: z.string() }).nullable(),
  /** Code of the reason, where there is one. */
  reason: z.string().nullable(),
  overbooked: z.boolean(),
});
export type BookingStep = z.infer<typeof BookingStep>;

export const viewBooking = endpoint({
  method: 'get',
  path: '/api/bookings/:id',
  summary: 'One booking with its history, for either side; no patient in it',
  params: z.object({ id: Id }),
  reply: z.object({
    booking: CalendarBooking.extend({
      state: z.enum(['booked', 'fulfilled', 'cancelled', 'no_show']),
      practitionerName: z.string(),
      department: Named,
      organisation: Named,
      pool: Named.nullable(),
      cancelReason: z.string().nullable(),
      /** What was said with the last move or hand-over. */
      note: z.string().nullable(),
    }),
    /** The other times of its series, by start. */
    series: z.array(z.object({ bookingId: Id, requestId: Id, startAt: Instant, state: z.string() })),
    history: z.array(BookingStep),
    may: z.object({
      move: z.boolean(),
      overbook: z.boolean(),
      cancel: z.boolean(),
      handOver: z.boolean(),
      correct: z.boolean(),
    }),
  }),
  errors: ['booking_not_found'],
});

export const listBookings = endpoint({
  method: 'get',
  path: '/api/bookings',
  summary: 'Bookings of the own department for a calendar, cancelled ones left out',
  query: z.object({ from: LocalDate, until: LocalDate, practitionerId: Id.optional() }),
  reply: z.object({ bookings: z.array(CalendarBooking) }),
  errors: ['range_too_long', 'range_order'],
});

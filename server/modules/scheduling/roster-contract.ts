/** Rosters and what interrupts them, as a department's coordinator keeps them. */
import { z } from 'zod';
import { CountyCode, endpoint, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { CalendarBooking } from './booking-contract.ts';
import { changed, dryRun, dryRunQuery } from './plan-change-contract.ts';
import { Pool } from './pool-contract.ts';

const From = z.string('required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_invalid');
const Until = z.string('required').regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'time_invalid');
const Day = z.iso.date('date_invalid').pipe(LocalDate);
const minutes = (least: number, most: number) =>
  z.int('number_invalid').min(least, 'too_low').max(most, 'too_high');

export const RosterFields = z.strictObject({
  /** Exactly one of the two. */
  practitionerId: Id.nullable().default(null),
  poolId: Id.nullable().default(null),
  /** ISO: 1 = Monday … 7 = Sunday. */
  weekday: z.int().min(1).max(7),
  /** Wall clock in Europe/Berlin, `from` < `until`. */
  from: From,
  until: Until,
  slotMinutes: minutes(5, 240),
  bufferBeforeMinutes: minutes(0, 120),
  bufferAfterMinutes: minutes(0, 120),
  minimumNoticeMinutes: minutes(0, 43_200),
  furthestDaysAhead: minutes(1, 365),
  validFrom: Day,
  /** First day on which it no longer holds. */
  validUntil: Day.nullable(),
  /** By ISO calendar week. */
  weekPattern: z.enum(['every', 'odd', 'even']),
  /** `urgent_reserve` is kept free of bookings. */
  modality: z.enum(['video', 'urgent_reserve', 'written']),
  /** Who may book; both empty = everybody. */
  audienceCounties: z.array(CountyCode).max(50),
  audienceOrganisations: z.array(Id).max(200),
});
export type RosterFields = z.infer<typeof RosterFields>;
export const Roster = z.object({ ...RosterFields.shape, id: Id });
export type Roster = z.infer<typeof Roster>;

export const OverrideFields = z.strictObject({
  practitionerId: Id,
  day: Day,
  /** Replaces the day's roster; empty = not available. */
  intervals: z.array(z.strictObject({ from: From, until: Until })).max(12),
});
export const Override = z.object({ ...OverrideFields.shape, id: Id });
export type Override = z.infer<typeof Override>;

export const AbsenceFields = z.strictObject({
  practitionerId: Id,
  startAt: Instant,
  endAt: Instant,
  reason: z.enum(['leave', 'illness', 'training', 'other']),
});
export const Absence = z.object({ ...AbsenceFields.shape, id: Id });
export type Absence = z.infer<typeof Absence>;

/** Availability of one day, as the calendar paints it. */
export const Band = z.object({
  practitionerId: Id,
  /** Hours of a pool in which the person is. */
  poolId: Id.nullable(),
  rosterId: Id.nullable(),
  overrideId: Id.nullable(),
  startAt: Instant,
  endAt: Instant,
  modality: z.enum(['video', 'urgent_reserve', 'written']),
});
export type Band = z.infer<typeof Band>;

export const getPlan = endpoint({
  method: 'get',
  path: '/api/plan',
  summary:
    'Everything of the own department for its roster calendar: people, rosters, absences, holidays, bookings',
  query: z.object({ from: LocalDate, until: LocalDate }),
  reply: z.object({
    department: z.object({ id: Id, name: z.string(), specialtyCode: z.string() }),
    people: z.array(z.object({ id: Id, name: z.string() })),
    pools: z.array(Pool),
    rosters: z.array(Roster),
    overrides: z.array(Override),
    absences: z.array(Absence),
    /** `code` is the key of the name in the locale files. */
    holidays: z.array(z.object({ day: LocalDate, code: z.string() })),
    bands: z.array(Band),
    bookings: z.array(CalendarBooking),
    /** Times that somebody has open right now, or that are offered to the waiting list. */
    holds: z.array(
      z.object({
        id: Id,
        practitionerId: Id,
        startAt: Instant,
        endAt: Instant,
        heldUntil: Instant,
        by: z.string(),
        waiting: z.boolean(),
      }),
    ),
    /** May the signed-in person keep pools, overbook, and move everybody's bookings? */
    coordinates: z.boolean(),
    /** Of whom the signed-in person may change rosters and absences. */
    mayChange: z.array(Id),
  }),
  errors: ['range_too_long', 'range_order'],
});

const own = z.object({ id: Id });
const rosterErrors = [
  'roster_overlap',
  'times_order',
  'slot_too_long',
  'choose_one',
  'practitioner_not_found',
  'pool_not_found',
] as const;

export const createRoster = endpoint({
  method: 'post',
  path: '/api/rosters',
  summary: 'Add weekly availability; `dryRun` only checks and tells whom it hits',
  body: RosterFields.extend(dryRun),
  reply: z.object({ ...changed, roster: Roster.nullable() }),
  idempotent: true,
  errors: rosterErrors,
});

export const changeRoster = endpoint({
  method: 'put',
  path: '/api/rosters/:id',
  summary: 'Change weekly availability; bookings that fall outside stay and are listed',
  params: own,
  body: RosterFields.extend(dryRun),
  reply: z.object({ ...changed, roster: Roster.nullable() }),
  errors: ['roster_not_found', ...rosterErrors],
});

export const removeRoster = endpoint({
  method: 'delete',
  path: '/api/rosters/:id',
  summary: 'Remove weekly availability; bookings in it stay and are listed',
  params: own,
  query: dryRunQuery,
  reply: z.object(changed),
  errors: ['roster_not_found'],
});

export const setOverride = endpoint({
  method: 'put',
  path: '/api/roster-overrides',
  summary: "Replace one day's roster of one person",
  body: OverrideFields.extend(dryRun),
  reply: z.object({ ...changed, override: Override.nullable() }),
  errors: ['roster_overlap', 'times_order', 'practitioner_not_found'],
});

export const removeOverride = endpoint({
  method: 'delete',
  path: '/api/roster-overrides/:id',
  summary: 'The weekly roster holds again on that day',
  params: own,
  query: dryRunQuery,
  reply: z.object(changed),
  errors: ['override_not_found'],
});

const absenceReply = z.object({ ...changed, absence: Absence.nullable() });

export const createAbsence = endpoint({
  method: 'post',
  path: '/api/absences',
  summary: 'Somebody is away; bookings in that time stay and are listed',
  body: AbsenceFields.extend(dryRun),
  reply: absenceReply,
  idempotent: true,
  errors: ['times_order', 'practitioner_not_found'],
});

export const changeAbsence = endpoint({
  method: 'put',
  path: '/api/absences/:id',
  summary: 'Move or correct an absence',
  params: own,
  body: AbsenceFields.extend(dryRun),
  reply: absenceReply,
  errors: ['absence_not_found', 'times_order', 'practitioner_not_found'],
});

export const removeAbsence = endpoint({
  method: 'delete',
  path: '/api/absences/:id',
  summary: 'The person is there after all',
  params: own,
  reply: z.object({}),
  errors: ['absence_not_found'],
});

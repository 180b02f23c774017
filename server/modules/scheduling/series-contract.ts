/** Follow-up consultations at the same time on the wall, every so many weeks. */
import { z } from 'zod';
import { endpoint, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { ConsentFields } from '../patients/contract.ts';
import { FreeTime } from './contract.ts';

export const occurrenceProblems = [
  'slot_taken',
  'slot_in_past',
  'slot_outside_roster',
  'slot_beyond_furthest_day',
  'slot_under_notice',
  'series_holiday',
  'series_absence',
] as const;

export const Occurrence = z.object({
  /** Counted from 1. */
  index: z.int(),
  startAt: Instant,
  endAt: Instant,
  /** Null = free. */
  problem: z.enum(occurrenceProblems).nullable(),
  /** Key of the holiday's name, when that is the problem. */
  holiday: z.string().nullable(),
  /** Free times near it, at most three, the nearest first: same week before others. */
  proposals: z.array(FreeTime),
});
export type Occurrence = z.infer<typeof Occurrence>;

const rule = {
  /** The consult that is followed up, the actor's own. */
  followUpOf: Id,
  practitionerId: Id,
  everyWeeks: z.int('number_invalid').min(1, 'too_low').max(12, 'too_high'),
};

export const previewSeries = endpoint({
  method: 'post',
  path: '/api/series/preview',
  summary:
    'The times of a series that begins at `startAt`, by the clock on the wall, each free or with what is in the way ' +
    'and proposals',
  body: z.object({
    ...rule,
    startAt: Instant,
    count: z.int('number_invalid').min(2, 'too_low').max(26, 'too_high'),
  }),
  reply: z.object({
    occurrences: z.array(Occurrence),
    /** Days on which holidays lie. */ holidays: z.array(LocalDate),
  }),
  status: 200,
  errors: ['request_not_found', 'practitioner_not_found', 'too_far_ahead', ...occurrenceProblems],
});

export const bookSeries = endpoint({
  method: 'post',
  path: '/api/series',
  summary:
    'Book the times of a series, all or none: each its own request, with patient, diagnoses and medication of the ' +
    'consult that is followed up',
  body: z.object({
    ...rule,
    /** As previewed, with the proposals that were chosen; skipped ones left out. */
    times: z
      .array(z.object({ startAt: Instant }))
      .min(1, 'required')
      .max(26, 'too_many'),
    question: z.string('required').trim().min(1, 'required').max(4_000, 'too_long'),
    consent: ConsentFields.optional(),
  }),
  reply: z.object({
    seriesId: Id,
    bookings: z.array(z.object({ bookingId: Id, requestId: Id, startAt: Instant, endAt: Instant })),
  }),
  idempotent: true,
  /** Which time is at fault stands in `fields` as `times.2.startAt`. */
  errors: [
    'request_not_found',
    'practitioner_not_found',
    'consent_missing',
    'request_incomplete',
    'series_order',
    'too_far_ahead',
    ...occurrenceProblems,
  ],
});

import { z } from 'zod';
import { CountyCode, endpoint, LocalDate } from '../../kernel/wire.ts';

/** A number of consultations; null where there are too few to be told (see `suppress.ts`). */
const Count = z.int().nonnegative().nullable();
/** Share of 1; null where nothing was counted or too little to be told. */
const Share = z.number().min(0).max(1).nullable();

export const Figures = z.object({
  /** Consult requests that were raised. */
  requests: Count,
  /** Consultations in which both sides met. */
  consultations: Count,
  /** Urgent requests: seconds from raising to both sides in the room, the middle one, by the event log. */
  secondsToDoctor: z.number().nonnegative().nullable(),
  /** Urgent requests: seconds from raising to the first ring, the middle one, by the event log. */
  secondsToRing: z.number().nonnegative().nullable(),
  /** Urgent requests in which both sides were in the room before the target that the department had set itself. */
  withinTarget: Share,
  /** Requests whose report was final before the deadline that the request named. */
  answeredInTime: Share,
  /** Urgent consultations after which the resident stayed where they were. */
  stayed: Share,
  /** Requests that were cancelled, withdrawn or not attended. */
  fellThrough: Share,
  /** Of consultations that participants spoke of: those in which at least one had technical trouble. */
  troubled: Share,
  /** Of consultations that participants spoke of: those that all of them found useful. */
  satisfied: Share,
});
export type Figures = z.infer<typeof Figures>;

export const getStatistics = endpoint({
  method: 'get',
  path: '/api/evaluation/statistics',
  summary: 'Indicators of a period: in all, by month, by county and by specialty. Small numbers are withheld',
  query: z.object({
    from: LocalDate,
    /** First day that no longer counts. */
    until: LocalDate,
    county: CountyCode.optional(),
    specialty: z.string().max(40).optional(),
  }),
  reply: z.object({
    total: Figures,
    months: z.array(z.object({ month: z.string(), figures: Figures })),
    counties: z.array(z.object({ ags: CountyCode, name: z.string(), figures: Figures })),
    specialties: z.array(
      z.object({ code: z.string(), nameDe: z.string(), nameEn: z.string(), figures: Figures }),
    ),
    /** Urgent requests alone, the most urgent first. */
    urgencies: z.array(z.object({ urgency: z.enum(['immediate', 'urgent', 'today']), figures: Figures })),
    /** Counts below this are withheld. */
    smallest: z.int(),
  }),
  errors: ['period_invalid'],
});

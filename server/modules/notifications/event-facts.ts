import { z } from 'zod';

/** What payloads of the events heard here may carry; each has some of it. */
export const EventFacts = z.object({
  departmentId: z.string().nullish(),
  practitionerId: z.string().optional(),
  organisationId: z.string().optional(),
  startAt: z.string().optional(),
  endAt: z.string().optional(),
  fromStartAt: z.string().optional(),
  fromPractitionerId: z.string().optional(),
  toPractitionerId: z.string().optional(),
  /** Of a gap: told days or hours ahead. */
  notice: z.string().optional(),
  /** Of a swap: accept, decline, withdraw. */
  answer: z.string().optional(),
  expiresAt: z.string().optional(),
  offerId: z.string().optional(),
  seriesId: z.string().nullish(),
  reason: z.string().nullish(),
  side: z.enum(['requester', 'provider']).optional(),
  count: z.number().optional(),
  /** Who was asked to help. */
  helper: z.string().optional(),
});
export type EventFacts = z.infer<typeof EventFacts>;

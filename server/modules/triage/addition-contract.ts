/** Adding to an urgent request that is open: what the asking house enters for the same person again. */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';
import { Onset, Phone, SituationCode, UrgencyLevel, VitalValues, Wanted, Words } from './entry-contract.ts';

export const addToUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/additions',
  summary: 'Add to the open request what was entered for the same person: values, texts, pictures',
  idempotent: true,
  params: z.object({ requestId: Id }),
  body: z.object({
    vitals: VitalValues,
    situations: z.array(SituationCode).max(12).optional(),
    situationNote: Words(2000).nullish(),
    onset: Onset.nullish(),
    wanted: Wanted.nullish(),
    background: Words(4000).nullish(),
    pregnant: z.boolean().nullish(),
    /** Raises the request's; a lower one changes nothing. */
    urgency: UrgencyLevel.nullish(),
    callbackPhone: Phone.nullish(),
    /** Pictures of the resident that were added before and sent with nothing yet. */
    attachments: z.array(Id).max(6, 'too_many').optional(),
  }),
  reply: z.object({ requestId: Id, news2: z.int().nullable(), urgency: UrgencyLevel }),
  errors: [
    'request_state',
    'addition_empty',
    'vital_signs_implausible',
    'situation_unknown',
    'attachment_unknown',
  ],
});

/** Something that was added later, as both sides see it. */
export const UrgentAddition = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  situations: z.array(z.string()),
  note: z.string().nullable(),
  onset: Onset.nullable(),
  wanted: Wanted.nullable(),
  background: z.string().nullable(),
  /** How many pictures came with it; whether values did. They stand among the request's others. */
  pictures: z.int(),
  hasValues: z.boolean(),
});
export type UrgentAddition = z.infer<typeof UrgentAddition>;

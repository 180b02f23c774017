/** What the participants of a consultation say of it afterwards. */
import { z } from 'zod';
import { endpoint, Id } from '../../kernel/wire.ts';

export const Grade = z.enum(['yes', 'partly', 'no']);
export type Grade = z.infer<typeof Grade>;
/** What hindered: coming in, picture, sound, the line, an own device. */
export const Trouble = z.enum(['none', 'joining', 'picture', 'sound', 'connection', 'device', 'other']);
export type Trouble = z.infer<typeof Trouble>;

const OfConsultation = z.object({ id: Id });

export const getFeedback = endpoint({
  method: 'get',
  path: '/api/consultations/:id/feedback',
  summary: 'Whether the reader, who was in the room, has been asked about it already',
  params: OfConsultation,
  reply: z.object({ given: z.boolean() }),
  errors: ['consultation_not_found'],
});

export const giveFeedback = endpoint({
  method: 'post',
  path: '/api/consultations/:id/feedback',
  summary: 'Answer three questions about a consultation that one was in; once, and each may be passed over',
  params: OfConsultation,
  body: z.object({
    /** Did picture, sound and everything around work? */
    worked: Grade.nullable(),
    /** Did it help in the matter? */
    useful: Grade.nullable(),
    trouble: Trouble.nullable(),
  }),
  reply: z.object({}),
  status: 201,
  errors: ['consultation_not_found', 'feedback_given'],
});

/** Pictures of a patient's case: a wound, the medication plan. */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';

export const AttachmentKind = z.enum(['wound', 'medication_plan', 'document', 'other']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;
/** What may be sent, in bytes: a tablet's camera stays well below. */
export const longestPicture = 15_000_000;

export const Attachment = z.object({
  id: Id,
  patientId: Id,
  /** Null until the request is sent for which it was taken. */
  requestId: Id.nullable(),
  kind: AttachmentKind,
  width: z.int(),
  height: z.int(),
  takenAt: Instant,
  takenBy: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

export const addAttachment = endpoint({
  method: 'post',
  path: '/api/patients/:id/attachments',
  summary:
    'Add a picture (JPEG, PNG, WebP; the body is the file) to a patient of the own organisation. It is made anew as ' +
    'JPEG, at most 4096 pixels long, upright, without what the camera wrote into it (place, device)',
  params: z.object({ id: Id }),
  query: z.object({ kind: AttachmentKind, requestId: Id.optional() }),
  reply: Attachment,
  idempotent: true,
  takes: 'image/*',
  longest: longestPicture,
  errors: [
    'patient_not_found',
    'request_not_found',
    'picture_missing',
    'picture_unreadable',
    'body_too_large',
  ],
});

export const listAttachments = endpoint({
  method: 'get',
  path: '/api/requests/:requestId/attachments',
  summary: 'The pictures of a request, for both sides, oldest first; is recorded',
  params: z.object({ requestId: Id }),
  reply: z.object({ attachments: z.array(Attachment) }),
});

export const getPicture = endpoint({
  method: 'get',
  path: '/api/attachments/:id',
  summary: 'The picture itself; is recorded',
  params: z.object({ id: Id }),
  reply: z.instanceof(Uint8Array),
  produces: 'image/jpeg',
  errors: ['attachment_not_found'],
});

export const removeAttachment = endpoint({
  method: 'delete',
  path: '/api/attachments/:id',
  summary: 'Remove a picture that was not sent with a request yet',
  params: z.object({ id: Id }),
  reply: z.object({}),
  errors: ['attachment_not_found', 'attachment_sent'],
});

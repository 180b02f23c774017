import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input } from '../../../kernel/wire.ts';
import type { Attachment, addAttachment as endpoint } from '../attachment-contract.ts';
import { mayKeepPatients } from '../policy.ts';
import { keptPatient } from '../view-patient.ts';
import { makePicture } from './make-picture.ts';
import { presentAttachments, withoutContent } from './present-attachments.ts';

/**
 * Adds a picture to a patient of the own house, loose or to a request of the own that is open.
 * @throws invalid `picture_missing`, `picture_unreadable`; notFound
 */
export async function addAttachment(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
  call: Call,
): Promise<Attachment> {
  if (!mayKeepPatients(actor)) throw forbidden();
  const sent = call.content;
  if (!sent || sent.length === 0)
    throw invalid('picture_missing', { fields: { picture: 'picture_missing' } });
  // Before the transaction: it takes a moment, and holds no connection meanwhile.
  const picture = await makePicture(sent);
  const sha256 = createHash('sha256').update(picture.content).digest('hex');
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, { ...input, sha256 }, async () => {
      const patient = await keptPatient(tx, actor, input.id);
      if (input.requestId) await ownRequest(tx, actor, input.requestId, patient.id);
      const row = await tx.attachment.create({
        data: {
          ...picture,
          patientId: patient.id,
          organisationId: actor.organisationId,
          requestId: input.requestId ?? null,
          kind: input.kind,
          sha256,
          takenById: actor.accountId,
          takenAt: deps.clock.now(),
        },
        select: withoutContent,
      });
      await deps.record(tx, actor, {
        type: 'attachment.added',
        subject: { kind: 'attachment', id: row.id },
        patientId: patient.id,
        ...(input.requestId ? { requestId: input.requestId } : {}),
        payload: { kind: input.kind, bytes: picture.content.length },
      });
      const [presented] = await presentAttachments(tx, [row]);
      if (!presented) throw notFound('attachment');
      return presented;
    }),
  );
}

async function ownRequest(tx: Tx, actor: Actor, id: string, patientId: string): Promise<void> {
  const found = await tx.consultRequest.findFirst({
    where: { id, patientId, requesterOrganisationId: actor.organisationId },
    select: { id: true },
  });
  if (!found) throw notFound('request');
}

/** Takes a loose picture back. @throws notFound; conflict `attachment_sent` */
export function removeAttachment(
  deps: Deps,
  actor: Actor,
  { id }: { id: string },
): Promise<Record<string, never>> {
  if (!mayKeepPatients(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const [gone] = await tx.$queryRaw<{ patientId: string }[]>`
      delete from attachment where id = ${id}::uuid and request_id is null
        and organisation_id = ${actor.organisationId}::uuid returning patient_id as "patientId"`;
    if (!gone) {
      const there = await tx.attachment.findUnique({ where: { id }, select: { id: true } });
      throw there ? conflict('attachment_sent') : notFound('attachment');
    }
    await deps.record(tx, actor, {
      type: 'attachment.removed',
      subject: { kind: 'attachment', id },
      patientId: gone.patientId,
    });
    return {};
  });
}

/**
 * Sends loose pictures of a patient along with a request, inside the caller's transaction.
 * @throws invalid `attachment_unknown` at `attachments` for one that is somebody else's, sent already or gone
 */
export async function sendAttachments(
  tx: Tx,
  actor: Actor,
  { patientId, requestId, ids }: { patientId: string; requestId: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  const sent = await tx.attachment.updateMany({
    where: { id: { in: wanted }, patientId, requestId: null, organisationId: actor.organisationId },
    data: { requestId },
  });
  if (sent.count < wanted.length) {
    throw invalid('attachment_unknown', { fields: { attachments: 'attachment_unknown' } });
  }
}

const looseFor = 7 * 86_400_000;

/** Removes pictures of requests that nobody sent. Run by the queue `patients.sweep`. */
export async function sweepAttachments(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - looseFor);
  await deps.db.system((tx) =>
    tx.attachment.deleteMany({ where: { requestId: null, takenAt: { lt: before } } }),
  );
}

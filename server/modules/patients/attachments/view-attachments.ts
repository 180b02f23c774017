import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Attachment } from '../attachment-contract.ts';
import { maySeePatients } from '../policy.ts';
import { presentAttachments, withoutContent } from './present-attachments.ts';

/** The pictures of a request, oldest first; nothing for who has no part in it (row-level security). */
export function listAttachments(
  deps: Deps,
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<{ attachments: Attachment[] }> {
  if (!maySeePatients(actor)) throw notFound('request');
  return deps.db.as(actor, async (tx) => {
    const rows = await tx.attachment.findMany({
      where: { requestId },
      select: withoutContent,
      orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
      take: 50,
    });
    return { attachments: await presentAttachments(tx, rows) };
  });
}

/** The picture itself. Looking at it is recorded. @throws notFound `attachment_not_found` */
export function viewPicture(
  deps: Deps,
  actor: Actor,
  { id }: { id: string },
): Promise<Uint8Array<ArrayBuffer>> {
  if (!maySeePatients(actor)) throw notFound('attachment');
  return deps.db.as(actor, async (tx) => {
    const row = await tx.attachment.findUnique({ where: { id } });
    if (!row) throw notFound('attachment');
    await deps.record(tx, actor, {
      type: 'attachment.viewed',
      subject: { kind: 'attachment', id },
      patientId: row.patientId,
      ...(row.requestId ? { requestId: row.requestId } : {}),
    });
    return row.content;
  });
}

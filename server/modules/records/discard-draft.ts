import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { writableRequest } from './writable-request.ts';

/** Throws the draft away; nothing happens when there is none. @throws conflict `report_closed` */
export async function discardDraft(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Record<string, never>> {
  return deps.db.as(actor, async (tx) => {
    const { request, versions } = await writableRequest(tx, actor, input.id);
    const draft = versions[0];
    if (draft?.state !== 'draft') return {};
    await tx.report.deleteMany({ where: { id: draft.id, state: 'draft' } });
    await deps.record(tx, actor, {
      type: 'report.discarded',
      subject: { kind: 'report', id: draft.id },
      patientId: request.patientId,
      requestId: request.id,
      payload: { version: draft.version },
    });
    return {};
  });
}

import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { namesOf, requestForActor } from '../requests/index.ts';
import type { Report } from './contract.ts';
import { mayFinalise, mayWrite } from './policy.ts';
import { presentDraft, presentFinal } from './present.ts';

/**
 * The report as the actor may see it. When the asking side opens a final one, it counts as read from then on.
 * @throws notFound `request_not_found` for whom it is none of theirs
 */
export async function viewReport(deps: Deps, actor: Actor, input: { id: string }): Promise<Report> {
  return deps.db.as(actor, async (tx) => {
    const { row: request, side } = await requestForActor(tx, actor, input.id);
    const rows = await tx.report.findMany({
      where: { requestId: request.id, ...(side === 'requester' ? { state: 'final' } : {}) },
      orderBy: { version: 'desc' },
    });
    const names = await namesOf(
      tx,
      rows.map((row) => row.authorId),
    );
    const finals = rows.filter((row) => row.state === 'final');
    const draft = rows.find((row) => row.state === 'draft');
    if (rows.length > 0) {
      await deps.record(tx, actor, {
        type: 'report.viewed',
        subject: { kind: 'report', id: rows[0]?.id ?? '' },
        patientId: request.patientId,
        requestId: request.id,
        payload: { versions: rows.length },
      });
    }
    if (side === 'requester' && finals.length > 0 && request.answerReadAt === null) {
      await tx.consultRequest.update({
        where: { id: request.id },
        data: { answerReadAt: deps.clock.now() },
        select: { id: true },
      });
    }
    const nameOf = (id: string) => names.get(id) ?? '';
    return {
      versions: finals.map((row) => presentFinal(row, nameOf(row.authorId))),
      draft: draft ? presentDraft(draft, nameOf(draft.authorId)) : null,
      mayWrite: mayWrite(actor, side, request.status),
      mayFinalise: mayFinalise(actor, side, request.status),
    };
  });
}

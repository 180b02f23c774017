import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input } from '../../kernel/wire.ts';
import { lockRequest, moveRequest, type RequestRow } from '../requests/index.ts';
import type { finaliseReport as endpoint, FinalReport } from './contract.ts';
import { mayFinalise } from './policy.ts';
import { presentFinal, type ReportRow } from './present.ts';
import { writableRequest } from './writable-request.ts';

/**
 * Makes the draft final, for ever. The request is answered with it when the room is closed already; otherwise closing
 * the room answers it.
 * @throws conflict `report_too_early`, `draft_missing`, `report_changed`, `report_closed`; invalid `report_incomplete`
 */
export async function finaliseReport(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
  call: Call,
): Promise<FinalReport> {
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      // Whoever closes the room at this moment comes before or after: the later one answers the request.
      await lockRequest(tx, input.id);
      const { request, versions } = await writableRequest(tx, actor, input.id);
      if (!mayFinalise(actor, 'provider', request.status)) {
        throw conflict('report_too_early', { data: { status: request.status } });
      }
      const draft = versions[0];
      if (!draft || draft.state === 'final') throw conflict('draft_missing');
      refuseIncomplete(draft);
      const final = await seal(deps, tx, actor, draft, input.savedAt);
      await answer(deps, tx, actor, request, final);
      await deps.record(tx, actor, {
        type: 'report.finalised',
        subject: { kind: 'report', id: final.id },
        patientId: request.patientId,
        requestId: request.id,
        payload: { version: final.version },
      });
      return presentFinal(final, actor.displayName);
    }),
  );
}

/** Billing wants a written report (EBM 01671); one without an assessment or a recommendation answers nothing. */
function refuseIncomplete(draft: ReportRow): void {
  if (draft.assessment.trim() !== '' || draft.recommendation.trim() !== '') return;
  throw invalid('report_incomplete', { fields: { assessment: 'required', recommendation: 'required' } });
}

async function seal(deps: Deps, tx: Tx, actor: Actor, draft: ReportRow, savedAt: string): Promise<ReportRow> {
  const now = deps.clock.now();
  const [final] = await tx.report.updateManyAndReturn({
    where: { id: draft.id, state: 'draft', updatedAt: new Date(savedAt) },
    data: { state: 'final', finalisedAt: now, updatedAt: now, authorId: actor.accountId },
  });
  if (!final) throw conflict('report_changed', { data: { savedAt: draft.updatedAt.toISOString() } });
  return final;
}

async function answer(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  request: RequestRow,
  final: ReportRow,
): Promise<void> {
  if (request.status === 'consulted') {
    await moveRequest(deps, tx, actor, request.id, 'answered', {
      answeredAt: final.finalisedAt ?? deps.clock.now(),
    });
  }
  // An amendment is news again: the asking side is shown it as unread.
  await tx.consultRequest.update({
    where: { id: request.id },
    data: { answerReadAt: null, ...(request.answeredAt ? {} : { answeredAt: final.finalisedAt }) },
    select: { id: true },
  });
}

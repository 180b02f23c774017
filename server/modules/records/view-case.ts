import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { describeRequest } from '../requests/index.ts';
import type { Case } from './contract.ts';
import { mayWrite } from './policy.ts';
import { timelineOf } from './timeline.ts';

/** One case with its timeline. @throws notFound `request_not_found` for whom it is none of theirs */
export async function viewCase(deps: Deps, actor: Actor, input: { id: string }): Promise<Case> {
  return deps.db.as(actor, async (tx) => {
    const request = await describeRequest(tx, actor, input.id);
    const timeline = await timelineOf(tx, request.id);
    const drafts =
      request.side === 'provider'
        ? await tx.report.count({ where: { requestId: request.id, state: 'draft' } })
        : 0;
    await deps.record(tx, actor, {
      type: 'request.viewed',
      subject: { kind: 'request', id: request.id },
      patientId: request.patient.id,
      requestId: request.id,
    });
    return {
      request,
      timeline,
      finalVersion: Math.max(0, ...timeline.map((one) => (one.kind === 'report' ? one.version : 0))),
      hasDraft: drafts > 0,
      mayWrite: mayWrite(actor, request.side, request.status),
    };
  });
}

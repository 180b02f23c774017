import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import { diagnosesOf, namesOf } from '../requests/index.ts';
import type { Draft } from './contract.ts';
import { presentDraft, type ReportRow } from './present.ts';
import { writableRequest } from './writable-request.ts';

/**
 * Begins the next version with the words of the newest final one. A draft that is there already is given back.
 * @throws conflict `report_missing` when nothing is final yet; `report_closed`
 */
export async function amendReport(deps: Deps, actor: Actor, input: { id: string }): Promise<Draft> {
  return deps.db.as(actor, async (tx) => {
    const { request, versions } = await writableRequest(tx, actor, input.id);
    const newest = versions[0];
    if (!newest) throw conflict('report_missing');
    if (newest.state === 'draft') return givenBack(tx, newest);
    const now = deps.clock.now();
    const { findings, assessment, recommendation } = newest;
    const version = newest.version + 1;
    const [draft] = await tx.report.createManyAndReturn({
      data: [
        {
          requestId: request.id,
          version,
          findings,
          assessment,
          recommendation,
          diagnoses: diagnosesOf(newest.diagnoses),
          authorId: actor.accountId,
          createdAt: now,
          updatedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    // A colleague was quicker by a moment.
    if (!draft) {
      return givenBack(
        tx,
        await tx.report.findUniqueOrThrow({
          where: { requestId_version: { requestId: request.id, version } },
        }),
      );
    }
    await deps.record(tx, actor, {
      type: 'report.drafted',
      subject: { kind: 'report', id: draft.id },
      patientId: request.patientId,
      requestId: request.id,
      payload: { version: draft.version },
    });
    return presentDraft(draft, actor.displayName);
  });
}

async function givenBack(tx: Tx, draft: ReportRow): Promise<Draft> {
  const names = await namesOf(tx, [draft.authorId]);
  return presentDraft(draft, names.get(draft.authorId) ?? '');
}

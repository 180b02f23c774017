import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import { namesOf } from '../requests/index.ts';
import type { Draft, saveDraft as endpoint } from './contract.ts';
import { presentDraft, type ReportRow } from './present.ts';
import { writableRequest } from './writable-request.ts';

/** Keystrokes of one person within this time are one change for the audit. */
const oneChangeMs = 60_000;

/**
 * Saves the draft, or makes it at the first save. One conditional write: whoever edited an older state overwrites nothing.
 * @throws conflict `report_changed` with `{ savedAt, savedBy }`, `report_final`, `report_closed`
 */
export async function saveDraft(deps: Deps, actor: Actor, input: Input<typeof endpoint>): Promise<Draft> {
  return deps.db.as(actor, async (tx) => {
    const { request, versions } = await writableRequest(tx, actor, input.id);
    const newest = versions[0];
    if (newest?.state === 'final') throw conflict('report_final', { data: { version: newest.version } });
    const saved = newest
      ? await change(deps, tx, actor, newest, input)
      : await begin(deps, tx, actor, request.id, input);
    if (!saved) throw await changed(tx, request.id);
    const goesOn =
      newest?.authorId === actor.accountId &&
      saved.updatedAt.getTime() - newest.updatedAt.getTime() < oneChangeMs;
    if (!goesOn) {
      await deps.record(tx, actor, {
        type: 'report.drafted',
        subject: { kind: 'report', id: saved.id },
        patientId: request.patientId,
        requestId: request.id,
        payload: { version: saved.version },
      });
    }
    return presentDraft(saved, actor.displayName);
  });
}

type Given = Input<typeof endpoint>;
const textsOf = ({ findings, assessment, recommendation, diagnoses }: Given) => ({
  findings,
  assessment,
  recommendation,
  diagnoses,
});

async function begin(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  requestId: string,
  input: Given,
): Promise<ReportRow | null> {
  const now = deps.clock.now();
  const own = { requestId, version: 1, authorId: actor.accountId, createdAt: now, updatedAt: now };
  // Of two who begin at once, the second learns of the first.
  const [made] = await tx.report.createManyAndReturn({
    data: [{ ...own, ...textsOf(input) }],
    skipDuplicates: true,
  });
  return made ?? null;
}

async function change(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  draft: ReportRow,
  input: Given,
): Promise<ReportRow | null> {
  if (input.savedAt !== draft.updatedAt.toISOString()) return null;
  // Later than the state before, whatever the clock says: it names the state.
  const updatedAt = new Date(Math.max(deps.clock.now().getTime(), draft.updatedAt.getTime() + 1));
  const [saved] = await tx.report.updateManyAndReturn({
    where: { id: draft.id, state: 'draft', updatedAt: draft.updatedAt },
    data: { ...textsOf(input), authorId: actor.accountId, updatedAt },
  });
  return saved ?? null;
}

async function changed(tx: Tx, requestId: string) {
  const now = await tx.report.findFirst({ where: { requestId }, orderBy: { version: 'desc' } });
  const names = await namesOf(tx, now ? [now.authorId] : []);
  const data = now && { savedAt: now.updatedAt.toISOString(), savedBy: names.get(now.authorId) ?? '' };
  return conflict('report_changed', { data });
}

import { useEffect, useRef } from 'react';
import { getReport, saveDraft } from '../../../server/modules/records/contract.ts';
import { call } from '../../lib/call.ts';
import { withBlock, wordsOf } from './report-words.ts';

type Take = (block: string) => void;

/** Editors that are open in this window, by request: they know words that the server does not have yet. */
const editors = new Map<string, Take>();

/** An open editor takes what is put into the report from elsewhere. */
export function useTaking(requestId: string, take: Take): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const own: Take = (block) => latest.current(block);
    editors.set(requestId, own);
    return () => {
      if (editors.get(requestId) === own) editors.delete(requestId);
    };
  }, [requestId]);
}

/**
 * Puts a text below the findings of a request's report: through its editor where one is open, else into the draft.
 * @throws CallError as saving a draft does: `report_final`, `report_changed`, `report_closed`
 */
export async function takeIntoReport(requestId: string, block: string): Promise<void> {
  const editor = editors.get(requestId);
  if (editor) return editor(block);
  const { draft } = await call(getReport, { id: requestId });
  const words = wordsOf(draft);
  const findings = withBlock(words.findings, block);
  await call(saveDraft, { id: requestId, ...words, findings, savedAt: draft?.savedAt ?? null });
}

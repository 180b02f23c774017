import type { Draft, FinalReport, ReportTexts } from '../../../server/modules/records/contract.ts';

export const textFields = ['findings', 'assessment', 'recommendation'] as const;
export type TextField = (typeof textFields)[number];

export const noWords: ReportTexts = { findings: '', assessment: '', recommendation: '', diagnoses: [] };

export const wordsOf = (of: Draft | FinalReport | null): ReportTexts =>
  of === null
    ? noWords
    : {
        findings: of.findings,
        assessment: of.assessment,
        recommendation: of.recommendation,
        diagnoses: of.diagnoses,
      };

/** What lies on this device: words that the server may not have yet, and the saved state they go on from. */
export type Kept = { words: ReportTexts; base: string | null };

export const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'words' in value && 'base' in value;

/**
 * What the editor opens with. Words that did not reach the server go on where the saved state is still the one
 * they began from; otherwise they are kept aside, and the person decides.
 */
export function opening(
  saved: Draft | null,
  kept: Kept | null,
): { words: ReportTexts; isDirty: boolean; aside: ReportTexts | null } {
  const words = wordsOf(saved);
  if (kept === null || isSame(kept.words, words)) return { words, isDirty: false, aside: null };
  if (kept.base === (saved?.savedAt ?? null)) return { words: kept.words, isDirty: true, aside: null };
  return { words, isDirty: false, aside: kept.words };
}

export const isSame = (a: ReportTexts, b: ReportTexts): boolean =>
  a.findings === b.findings &&
  a.assessment === b.assessment &&
  a.recommendation === b.recommendation &&
  JSON.stringify(a.diagnoses) === JSON.stringify(b.diagnoses);

/** Puts a text block below what is there, after an empty line. */
export const withBlock = (text: string, block: string): string =>
  text.trim() === '' ? block : text.includes(block) ? text : `${text.trimEnd()}\n\n${block}`;

/**
 * Codes of ICD-10-GM (BfArM) as they are written in German health care: form only, not membership in a year's
 * catalogue. Pure and browser-safe.
 */

/** Diagnosensicherheit: gesichert, Verdacht auf, Zustand nach, ausgeschlossen (KVDT FK 6003). */
export const certainties = ['G', 'V', 'Z', 'A'] as const;
export type Certainty = (typeof certainties)[number];

/** Seitenlokalisation: rechts, links, beidseits (KVDT FK 6004). */
export const sides = ['R', 'L', 'B'] as const;
export type Side = (typeof sides)[number];

/** `+` primary (dagger), `*` manifestation, `!` additional only. */
export type IcdMark = '+' | '*' | '!';

export type IcdCheck =
  | { valid: true; code: string; mark: IcdMark | null }
  | { valid: false; problem: 'icd_missing' | 'icd_format' | 'icd_not_terminal' };

/** Stands for a diagnosis where none may be coded. */
const substitute = 'UUU';

/**
 * Reads what somebody typed: case, spaces and a forgotten dot are forgiven (`g301` is `G30.1`). A code with a dash
 * (`E11.-`) names a group and is refused. The result's `code` is without its mark.
 */
export function checkIcdCode(typed: string | null | undefined): IcdCheck {
  const text = (typed ?? '').replace(/\s+/g, '').toUpperCase().replace('†', '+');
  if (text === '') return { valid: false, problem: 'icd_missing' };
  if (text === substitute) return { valid: true, code: substitute, mark: null };
  if (/^[A-Z]\d{2}\.?\d?-$/.test(text)) return { valid: false, problem: 'icd_not_terminal' };
  const match = /^([A-Z]\d{2})(?:\.?(\d{1,2}))?([+*!])?$/.exec(text);
  if (!match) return { valid: false, problem: 'icd_format' };
  const [, category, rest, mark] = match;
  return {
    valid: true,
    code: rest ? `${category}.${rest}` : `${category}`,
    mark: (mark as IcdMark | undefined) ?? null,
  };
}

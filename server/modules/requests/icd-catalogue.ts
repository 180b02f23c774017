/** Search in the suggested diagnoses. Pure and browser-safe. */
import { checkIcdCode } from './icd.ts';
import { suggestions } from './icd-suggestions.ts';

export type IcdSuggestion = { code: string; titleDe: string; titleEn: string };

type Entry = IcdSuggestion & { plainCode: string; words: readonly string[] };

const entries: readonly Entry[] = suggestions
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', titleDe = '', titleEn = '', more = ''] = line.split('|').map((part) => part.trim());
    return {
      code,
      titleDe,
      titleEn,
      plainCode: plain(code).replace('.', ''),
      words: wordsOf(`${titleDe} ${titleEn} ${more}`),
    };
  });

/** All suggestions, in the order of the list. */
export const icdSuggestions: readonly IcdSuggestion[] = entries.map(publicPart);

/** Title of a suggested code, or null: most codes of ICD-10-GM are not suggested. */
export function findIcdSuggestion(code: string): IcdSuggestion | null {
  const check = checkIcdCode(code);
  const entry = check.valid ? entries.find((one) => one.code === check.code) : undefined;
  return entry ? publicPart(entry) : null;
}

/**
 * Suggestions for what somebody types: a code or its beginning (dot optional), or beginnings of words (from four
 * letters on also parts of compounds) in German or English, all of which must occur. Codes come first, then whoever matches earlier in the title; umlauts may be
 * typed as ae, oe, ue. Empty input suggests nothing.
 */
export function searchIcd(typed: string, limit = 10): IcdSuggestion[] {
  const code = plain(typed).replace(/[.\s]/g, '');
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, code, wanted) }))
    .filter(({ rank }) => rank < unmatched)
    .sort((a, b) => a.rank - b.rank || (a.entry.code < b.entry.code ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => publicPart(entry));
}

const unmatched = 1_000;

function rankOf(entry: Entry, code: string, wanted: readonly string[]): number {
  if (entry.plainCode.startsWith(code)) return -1;
  const places = wanted.map((word) => placeOf(entry.words, word));
  return places.includes(-1) ? unmatched : Math.min(...places);
}

/** Where a word begins in the title; a part of a compound ("insuffizienz") counts after every beginning. */
function placeOf(words: readonly string[], wanted: string): number {
  const begins = words.findIndex((one) => one.startsWith(wanted));
  if (begins >= 0 || wanted.length < 4) return begins;
  const inside = words.findIndex((one) => one.includes(wanted));
  return inside < 0 ? inside : unmatched / 2 + inside;
}

function publicPart({ code, titleDe, titleEn }: Entry): IcdSuggestion {
  return { code, titleDe, titleEn };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '');
}

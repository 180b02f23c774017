/** What a person typed into the one search field, taken apart. Pure. */

export type SearchTerms = {
  /** Insurance number or its beginning, as stored. */
  kvnr: string | null;
  /** `YYYY-MM-DD` */
  birthDate: string | null;
  /** Each part must occur in the name; the spellings of one part are alternatives. */
  names: string[][];
};

/** `12.3.1941`, `12.03.41` is not taken: two-digit years are ambiguous among the very old. */
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

export function searchTerms(typed: string): SearchTerms {
  const terms: SearchTerms = { kvnr: null, birthDate: null, names: [] };
  for (const word of typed.trim().split(/[\s,;]+/)) {
    if (word === '') continue;
    const day = birthDateOf(word);
    if (day) terms.birthDate = day;
    else if (/^[a-z]\d{1,9}$/i.test(word)) terms.kvnr = word.toUpperCase();
    else if (terms.kvnr && /^\d+$/.test(word)) terms.kvnr = (terms.kvnr + word).slice(0, 10);
    else terms.names.push(spellingsOf(word.toLowerCase()));
  }
  return terms;
}

function birthDateOf(word: string): string | null {
  const match = german.exec(word);
  const iso = match ? `${match[3]}-${two(match[2])}-${two(match[1])}` : word;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

const pairs = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
] as const;

/** "Müller" is typed as "Mueller" and the other way round. */
function spellingsOf(word: string): string[] {
  const plain = pairs.reduce((so, [letter, written]) => so.replaceAll(letter, written), word);
  const umlauts = pairs.reduce((so, [letter, written]) => so.replaceAll(written, letter), word);
  return [...new Set([word, plain, umlauts])];
}

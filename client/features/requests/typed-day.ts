/** A calendar day as people type it: `12.3.1941`, `12.03.1941`, `12031941` or `1941-03-12` → `YYYY-MM-DD`, or null. */
export function typedDay(typed: string): string | null {
  const text = typed.trim();
  const match =
    /^(\d{1,2})[.\s/-](\d{1,2})[.\s/-](\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ??
    reorder(/^(\d{4})-(\d{2})-(\d{2})$/.exec(text));
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

const reorder = (match: RegExpExecArray | null): string[] | null =>
  match && [match[0], match[3] ?? '', match[2] ?? '', match[1] ?? ''];

import { dayBounds } from '../../../kernel/zoned-time.ts';

export type DateParam = { prefix: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; start: Date; end: Date };

const pattern =
  /^(eq|ne|lt|le|gt|ge)?(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * A FHIR date search value (R4, 3.1.1.4.7): prefix and a year, month, day or instant, as the half-open time span
 * that its precision covers. Days are the region's days. Null when it cannot be read.
 */
export function dateParam(given: string): DateParam | null {
  const match = pattern.exec(given);
  if (!match) return null;
  const [, prefix = 'eq', year = '', month, date, time] = match;
  // JavaScript and PostgreSQL count these alike.
  if (year < '1800' || year >= '3000') return null;
  const span = time
    ? instantSpan(`${year}-${month}-${date}${time}`)
    : calendarSpan(Number(year), month ? Number(month) : null, date ? Number(date) : null);
  return span && { prefix: prefix as DateParam['prefix'], ...span };
}

function instantSpan(text: string): { start: Date; end: Date } | null {
  const start = Date.parse(text);
  if (Number.isNaN(start)) return null;
  const precision = /T\d{2}:\d{2}(Z|[+-])/.test(text) ? 60_000 : text.includes('.') ? 1 : 1_000;
  return { start: new Date(start), end: new Date(start + precision) };
}

function calendarSpan(year: number, month: number | null, date: number | null) {
  const last = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if ((month !== null && (month < 1 || month > 12)) || (date !== null && (date < 1 || date > last)))
    return null;
  const text = (m: number, d: number) => `${String(year).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const first = dayBounds(text(month ?? 1, date ?? 1)).start;
  const end = dayBounds(text(month ?? 12, date ?? last)).end;
  return { start: new Date(first), end: new Date(end) };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Condition on a column that holds one instant. */
export function instantMatches({ prefix, start, end }: DateParam) {
  const within = { gte: start, lt: end };
  return {
    eq: within,
    ne: { not: within },
    lt: { lt: start },
    le: { lt: end },
    gt: { gte: end },
    ge: { gte: start },
  }[prefix];
}

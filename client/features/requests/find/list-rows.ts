import { dayOf } from '../../../lib/zone.ts';
import type { Offer } from './offer.ts';

/** One start time in one department, whoever has it free there. */
export type ListRow = {
  startAt: string;
  endAt: string;
  day: string;
  offer: Offer;
  names: string[];
  people: number;
};

export const rowKey = ({ startAt, offer }: ListRow): string => `${startAt} ${offer.departmentId}`;

/** Times in the order given; the first of each department and start is offered, a pool's before a person's. */
export function listRows(offers: readonly Offer[]): ListRow[] {
  const rows = new Map<string, ListRow>();
  for (const offer of offers) {
    const { startAt, endAt, name, people } = offer;
    const key = `${startAt} ${offer.departmentId}`;
    const row = rows.get(key);
    if (!row) rows.set(key, { startAt, endAt, day: dayOf(startAt), offer, names: [name], people });
    else {
      row.names.push(name);
      row.people += people;
      if (offer.poolId && !row.offer.poolId) row.offer = offer;
    }
  }
  return [...rows.values()];
}

/** Rows in the order given, parted wherever the day changes. */
export function byDay<T extends { day: string }>(rows: readonly T[]): { day: string; rows: T[] }[] {
  const days: { day: string; rows: T[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.day === row.day) last.rows.push(row);
    else days.push({ day: row.day, rows: [row] });
  }
  return days;
}

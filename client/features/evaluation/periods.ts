import { addDays } from '../../lib/zone.ts';

export const periodNames = ['quarter', 'year', 'weeks'] as const;
export type PeriodName = (typeof periodNames)[number];

const monthStart = (day: string, monthsBack: number): string => {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - monthsBack;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

/** Calendar days `from` (inclusive) to `until` (exclusive), ending with today. */
export function periodOf(name: PeriodName, today: string): { from: string; until: string } {
  const until = addDays(today, 1);
  if (name === 'weeks') return { from: addDays(today, -27), until };
  return { from: monthStart(today, name === 'year' ? 11 : 2), until };
}

import type { WaitingEntry } from '../../../server/modules/scheduling/waiting-contract.ts';
import type { Formats } from '../../lib/format.ts';

/** A Monday, to take the names of the weekdays from. */
const aMonday = Date.UTC(2026, 10, 23, 12);

/** What somebody waits for, in words: "ab 24.11.2026 · Mo, Mi · vormittags · Dr. Muster". */
export function wishWords(
  t: (key: string, values?: Record<string, string>) => string,
  formats: Pick<Formats, 'day' | 'shortWeekday'>,
  entry: Pick<WaitingEntry, 'wish' | 'department' | 'practitioner'>,
): string {
  const { wish } = entry;
  const days = wish.untilDay
    ? t('records.waiting.between', { from: formats.day(wish.fromDay), until: formats.day(wish.untilDay) })
    : t('records.waiting.from', { from: formats.day(wish.fromDay) });
  const weekdays = wish.weekdays.map((day) => formats.shortWeekday(aMonday + (day - 1) * 86_400_000));
  const parts = wish.partsOfDay.map((part) => t(`records.waiting.${part}`));
  const whose = entry.practitioner?.name ?? entry.department?.name ?? t('records.waiting.anyone');
  return [days, weekdays.join(', '), parts.join(', '), whose].filter(Boolean).join(' · ');
}

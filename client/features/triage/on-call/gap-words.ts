import type { OnCallGap } from '../../../../server/modules/triage/on-call-contract.ts';
import { formatsOf } from '../../../lib/format.ts';
import { addDays, dayOf, instantOf, wallTimeOf } from '../../../lib/zone.ts';
import type { Words } from '../waiting/ladder-words.ts';

/** How far ahead gaps are shown, in days. */
export const gapDays = 14;

/** From the hour that runs now until the end of the last day shown. @param now ms since 1970 */
export function gapWindow(now: number): { from: string; until: string } {
  const hour = now - (now % 3_600_000);
  const last = addDays(dayOf(new Date(now).toISOString()), gapDays + 1);
  return { from: new Date(hour).toISOString(), until: instantOf(`${last} 00:00:00`) };
}

/** "Donnerstag, 26. November, 18–22 Uhr"; what began before now is "jetzt", what reaches the end is not planned yet. Pure. */
export function gapWords(
  gap: Pick<OnCallGap, 'startAt' | 'endAt'>,
  given: { now: number; until: string; language: 'de' | 'en' },
): Words {
  const { longDate } = formatsOf(given.language);
  const [from, until] = [clockWord(gap.startAt), clockWord(gap.endAt)];
  const isNow = Date.parse(gap.startAt) <= given.now;
  const day = longDate(gap.startAt);
  if (gap.endAt >= given.until)
    return { key: `triage.gap.time.${isNow ? 'nowOn' : 'openEnd'}`, values: { day, from } };
  const lastDay = dayOf(new Date(Date.parse(gap.endAt) - 1).toISOString());
  const isOneDay = lastDay === dayOf(isNow ? new Date(given.now).toISOString() : gap.startAt);
  const end = isOneDay && until === '0' ? '24' : until;
  const values = { day, from, until: end, lastDay: longDate(gap.endAt) };
  return { key: `triage.gap.time.${isNow ? 'now' : 'ahead'}${isOneDay ? '' : 'Days'}`, values };
}

/** "18" of a whole hour, else "18:30". */
function clockWord(instant: string): string {
  const [hour = '', minute = ''] = wallTimeOf(instant).slice(11).split(':');
  return minute === '00' ? String(Number(hour)) : `${hour}:${minute}`;
}

/** What the form begins with: the gap itself, of an open end its first day. */
export function fillOf(gap: OnCallGap, until: string) {
  const day = 86_400_000;
  const endAt =
    gap.endAt >= until
      ? new Date(Math.min(Date.parse(gap.endAt), Date.parse(gap.startAt) + day)).toISOString()
      : gap.endAt;
  return {
    startAt: gap.startAt,
    endAt,
    level: gap.missing === 'deputy' ? ('deputy' as const) : ('primary' as const),
  };
}

/**
 * Free times by brute force: every minute looked at on its own, the wall clock asked of ICU, weeks counted from a
 * known Monday, holidays written down. Shares no arithmetic with the real one; only the types.
 */

import type { AvailabilityQuery } from '../../server/modules/scheduling/time/availability.ts';
import type { Calendar, FreeSlot, Roster } from '../../server/modules/scheduling/time/roster.ts';

const minute = 60_000;
const day = 1_440 * minute;

/** The minutes from `start` to `end` with what the wall shows: `date` and `date time`. */
export type WallTable = { start: number; date: string[]; wall: string[]; firstOf: Map<string, number> };

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format;
}

/** Asks the wall clock for every minute once; a table serves many rosters. */
export function wallTable(zone: string, start: number, end: number): WallTable {
  const format = formatOf(zone);
  const table: WallTable = { start, date: [], wall: [], firstOf: new Map() };
  for (let at = start; at < end; at += minute) {
    const wall = format.format(at);
    const date = wall.slice(0, 10);
    if (!table.firstOf.has(date)) table.firstOf.set(date, table.wall.length);
    table.date.push(date);
    table.wall.push(wall);
  }
  return table;
}

const nextDate = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10);

/** ISO week, counted from Monday 29 December 2025 (week 1 of 2026, a year of 53 weeks). */
function weekNumber(date: string): number {
  const weeks = Math.floor(
    (Date.parse(`${date}T12:00:00Z`) - Date.parse('2025-12-29T00:00:00Z')) / (7 * day),
  );
  return weeks < 53 ? weeks + 1 : weeks - 52;
}

const holidays = ['2026-04-03', '2026-04-06', '2026-10-31', '2026-12-25', '2026-12-26', '2027-01-01'];

function hoursOn(calendar: Calendar, date: string): { roster: Roster; from: string; until: string }[] {
  const valid = (roster: Roster) =>
    date >= roster.validFrom && !(roster.validUntil !== null && date >= roster.validUntil);
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  const odd = weekNumber(date) % 2 === 1;
  const applies = (roster: Roster) =>
    valid(roster) &&
    roster.weekday === weekday &&
    (roster.weekPattern === 'every' || roster.weekPattern === (odd ? 'odd' : 'even'));
  const override = calendar.overrides.find((one) => one.day === date);
  if (!override) {
    if (holidays.includes(date)) return [];
    return calendar.rosters
      .filter(applies)
      .map((roster) => ({ roster, from: roster.fromTime, until: roster.untilTime }));
  }
  const key = (roster: Roster) =>
    `${applies(roster) ? 0 : 1} ${roster.weekday} ${roster.fromTime} ${roster.id}`;
  const template = calendar.rosters
    .filter((roster) => valid(roster) && roster.departmentId === override.departmentId)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
  if (!template) return [];
  return override.intervals.map(({ from, until }) => ({ roster: template, from, until }));
}

/** Free times whose windows begin within the table; same meaning and order as `freeSlots`. */
export function bruteForceSlots(
  calendar: Calendar,
  query: AvailabilityQuery,
  tableOf: (zone: string) => WallTable,
): FreeSlot[] {
  const found = new Map<string, FreeSlot>();
  const zones = [...new Set(calendar.rosters.map(({ zone }) => zone))];
  for (const zone of zones) {
    const table = tableOf(zone);
    for (const [date, first] of table.firstOf) {
      for (const { roster, from, until } of hoursOn(calendar, date)) {
        if (roster.zone !== zone || !mayAsk(roster, query)) continue;
        const opens = `${date} ${from}`;
        const closes = `${until > from ? date : nextDate(date, 1)} ${until}`;
        let passed = -1;
        for (let at = first; at < table.wall.length; at += 1) {
          if (passed < 0 && (table.wall[at] as string) < opens) continue;
          if ((table.wall[at] as string) >= closes) break;
          passed += 1;
          const step = roster.bufferBeforeMinutes + roster.slotMinutes + roster.bufferAfterMinutes;
          if (passed % step === 0 && isFree(calendar, query, table, roster, at, closes))
            add(found, roster, table, at);
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = (slot: FreeSlot) => `${slot.start} ${slot.end} ${slot.modality} ${slot.rosterId}`;

function mayAsk(roster: Roster, { asker, modalities, departmentId }: AvailabilityQuery): boolean {
  if (modalities && !modalities.includes(roster.modality)) return false;
  if (departmentId !== undefined && departmentId !== roster.departmentId) return false;
  if (!asker) return true;
  if (roster.audienceCounties.length + roster.audienceOrganisations.length === 0) return true;
  return (
    roster.audienceCounties.some((one) => one === asker.countyAgs) ||
    roster.audienceOrganisations.some((one) => one === asker.organisationId)
  );
}

function isFree(
  calendar: Calendar,
  query: AvailabilityQuery,
  table: WallTable,
  roster: Roster,
  first: number,
  closes: string,
): boolean {
  const instant = (at: number) => table.start + at * minute;
  const start = instant(first);
  if (start < query.range.start || start >= query.range.end) return false;
  if (start < query.now || start - query.now < roster.minimumNoticeMinutes * minute) return false;
  const today = formatOf(roster.zone).format(query.now).slice(0, 10);
  if ((table.date[first] as string) > nextDate(today, roster.furthestDaysAhead)) return false;
  for (let at = first; at < first + roster.slotMinutes; at += 1) {
    if ((table.wall[at] as string) >= closes) return false;
    if (calendar.absences.some((one) => one.start < instant(at + 1) && instant(at) < one.end)) return false;
  }
  const last = first + roster.slotMinutes + roster.bufferAfterMinutes;
  for (let at = first - roster.bufferBeforeMinutes; at < last; at += 1) {
    if (calendar.blocked.some((one) => one.start < instant(at + 1) && instant(at) < one.end)) return false;
  }
  return true;
}

function add(found: Map<string, FreeSlot>, roster: Roster, table: WallTable, at: number): void {
  const start = table.start + at * minute;
  const end = start + roster.slotMinutes * minute;
  const key = `${start} ${end} ${roster.modality}`;
  const known = found.get(key);
  if (known && known.rosterId <= roster.id) return;
  found.set(key, {
    start,
    end,
    rosterId: roster.id,
    departmentId: roster.departmentId,
    practitionerId: roster.practitionerId,
    poolId: roster.poolId,
    modality: roster.modality,
    blockedFrom: start - roster.bufferBeforeMinutes * minute,
    blockedUntil: end + roster.bufferAfterMinutes * minute,
  });
}

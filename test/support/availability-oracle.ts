/**
 * Free times by brute force: every minute looked at on its own, the wall clock asked of ICU, weeks counted from a
 * known Monday, holidays written down. Shares no arithmetic with the real one; only the types.
 */

import type { AvailabilityQuery } from '../../server/modules/scheduling/time/availability.ts';
import type { Calendar, FreeSlot, Roster } from '../../server/modules/scheduling/time/roster.ts';

const minute = 60_000;
const day = 1_440 * minute;

/** The minutes from `start` on with what the wall shows, as minutes since 1970 on the wall; where each day begins. */
export type WallTable = { start: number; wall: Int32Array; firstOf: Map<string, number> };

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format;
}

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
const wallOf = (date: string, time: string) =>
  Math.floor(noon(date) / day) * 1_440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Asks the wall clock for every minute once; a table serves many rosters. */
export function wallTable(zone: string, start: number, end: number): WallTable {
  const format = formatOf(zone);
  const wall = new Int32Array(Math.ceil((end - start) / minute));
  const firstOf = new Map<string, number>();
  for (let at = 0; at < wall.length; at += 1) {
    const shown = format.format(start + at * minute);
    const date = shown.slice(0, 10);
    if (!firstOf.has(date)) firstOf.set(date, at);
    wall[at] = wallOf(date, shown.slice(11, 16));
  }
  return { start, wall, firstOf };
}

const nextDate = (date: string, days: number) => new Date(noon(date) + days * day).toISOString().slice(0, 10);

/** ISO week, counted from Monday 29 December 2025 (week 1 of 2026, a year of 53 weeks). */
function weekNumber(date: string): number {
  const weeks = Math.floor((noon(date) - Date.parse('2025-12-29T00:00:00Z')) / (7 * day));
  return weeks < 53 ? weeks + 1 : weeks - 52;
}

const holidays = ['2026-04-03', '2026-04-06', '2026-10-31', '2026-12-25', '2026-12-26', '2027-01-01'];

type Time = { from: string; until: string };
/** `there`: when the person is there at all, where an override cuts into a pool's hours. */
type Hours = Time & { roster: Roster; there: readonly Time[] | null };

function hoursOn(calendar: Calendar, date: string): Hours[] {
  const valid = (roster: Roster) =>
    date >= roster.validFrom && !(roster.validUntil !== null && date >= roster.validUntil);
  const weekday = new Date(noon(date)).getUTCDay() || 7;
  const odd = weekNumber(date) % 2 === 1;
  const applies = (roster: Roster) =>
    valid(roster) &&
    roster.weekday === weekday &&
    (roster.weekPattern === 'every' || roster.weekPattern === (odd ? 'odd' : 'even'));
  const weekly = (there: readonly Time[] | null): Hours[] =>
    holidays.includes(date)
      ? []
      : calendar.rosters
          .filter(applies)
          .map((roster) => ({ roster, from: roster.fromTime, until: roster.untilTime, there }));
  const override = calendar.overrides.find((one) => one.day === date);
  if (!override) return weekly(null);
  const key = (roster: Roster) =>
    `${applies(roster) ? 0 : 1} ${roster.weekday} ${roster.fromTime} ${roster.id}`;
  const template = calendar.rosters
    .filter(
      (roster) => roster.poolId === null && valid(roster) && roster.departmentId === override.departmentId,
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
  const own = template ? override.intervals.map((one) => ({ ...one, roster: template, there: null })) : [];
  return [...own, ...weekly(override.intervals).filter(({ roster }) => roster.poolId !== null)];
}

/** Free times whose windows begin within the table; same meaning and order as `freeSlots`. */
export function bruteForceSlots(
  calendar: Calendar,
  query: AvailabilityQuery,
  tableOf: (zone: string) => WallTable,
): FreeSlot[] {
  const found = new Map<string, FreeSlot>();
  for (const zone of new Set(calendar.rosters.map((roster) => roster.zone))) {
    const table = tableOf(zone);
    const absent = marked(table, calendar.absences);
    const blocked = marked(table, calendar.blocked);
    const today = formatOf(zone).format(query.now).slice(0, 10);
    for (const [date, first] of table.firstOf) {
      for (const { roster, from, until, there } of hoursOn(calendar, date)) {
        if (roster.zone !== zone || !mayAsk(roster, query)) continue;
        if (noon(date) > query.range.end + 2 * day) continue;
        const opens = indexOf(table, first, date, from);
        const closes = indexOf(table, first, until > from ? date : nextDate(date, 1), until);
        const presence = there?.map((one) => [
          indexOf(table, first, date, one.from),
          indexOf(table, first, one.until > one.from ? date : nextDate(date, 1), one.until),
        ]);
        const furthest = wallOf(nextDate(today, roster.furthestDaysAhead), '24:00');
        const step = roster.bufferBeforeMinutes + roster.slotMinutes + roster.bufferAfterMinutes;
        for (let at = opens; at < closes; at += 1) {
          if ((at - opens) % step !== 0 || at + roster.slotMinutes > closes) continue;
          const start = table.start + at * minute;
          const wall = table.wall[at] as number;
          if (start < query.range.start || start >= query.range.end) continue;
          if (start < query.now || start - query.now < roster.minimumNoticeMinutes * minute) continue;
          if (wall >= furthest || !isInPart(start, query)) continue;
          const there = (now: number) =>
            !presence || presence.some(([came = 0, went = 0]) => came <= now && now < went);
          let free = true;
          for (let now = at; now < at + roster.slotMinutes; now += 1) free &&= !absent[now] && there(now);
          const last = at + roster.slotMinutes + roster.bufferAfterMinutes;
          for (let now = at - roster.bufferBeforeMinutes; now < last; now += 1) free &&= !blocked[now];
          if (free) add(found, roster, start);
        }
      }
    }
  }
  return [...found.values()].sort(inOrder);
}

/** The first minute from a day's first on at which the wall shows this time or a later one. */
function indexOf(table: WallTable, first: number, date: string, time: string): number {
  const wanted = wallOf(date, time);
  let at = first;
  while (at < table.wall.length && (table.wall[at] as number) < wanted) at += 1;
  return at;
}

/** 1 for every minute of which some moment lies in one of the intervals. */
function marked(table: WallTable, intervals: Calendar['blocked']): Uint8Array {
  const marks = new Uint8Array(table.wall.length);
  for (const { start, end } of intervals) {
    if (end > start) {
      marks.fill(
        1,
        Math.max(0, Math.floor((start - table.start) / minute)),
        Math.max(0, Math.ceil((end - table.start) / minute)),
      );
    }
  }
  return marks;
}

function isInPart(start: number, { partOfDay }: AvailabilityQuery): boolean {
  if (!partOfDay) return true;
  const hour = Number(formatOf('Europe/Berlin').format(start).slice(11, 13));
  return partOfDay === (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');
}

function mayAsk(
  roster: Roster,
  { asker, modalities, departmentId, poolId, minutes }: AvailabilityQuery,
): boolean {
  if (modalities && !modalities.includes(roster.modality)) return false;
  if (departmentId !== undefined && departmentId !== roster.departmentId) return false;
  if (poolId !== undefined && poolId !== roster.poolId) return false;
  if (minutes !== undefined && roster.slotMinutes < minutes) return false;
  if (!asker) return true;
  if (roster.audienceCounties.length + roster.audienceOrganisations.length === 0) return true;
  return (
    roster.audienceCounties.some((one) => one === asker.countyAgs) ||
    roster.audienceOrganisations.some((one) => one === asker.organisationId)
  );
}

function add(found: Map<string, FreeSlot>, roster: Roster, start: number): void {
  const end = start + roster.slotMinutes * minute;
  const key = `${start} ${end} ${roster.modality} ${roster.poolId}`;
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

function inOrder(a: FreeSlot, b: FreeSlot): number {
  const keys = (slot: FreeSlot) => [
    slot.start,
    slot.poolId ?? slot.practitionerId,
    slot.end,
    slot.modality,
    slot.practitionerId,
    slot.rosterId,
  ];
  const [left, right] = [keys(a), keys(b)];
  for (const [at, one] of left.entries()) {
    const other = right[at] as typeof one;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

export type BruteOffer = { start: number; end: number; who: string; modality: string; people: number };

/** What many people offer together: each time of a person once, each of a pool once with how many of it are free. */
export function bruteForceOffers(
  calendars: readonly Calendar[],
  query: AvailabilityQuery,
  tableOf: (zone: string) => WallTable,
): BruteOffer[] {
  const slots = calendars.flatMap((calendar) => bruteForceSlots(calendar, query, tableOf)).sort(inOrder);
  const people = new Map<string, { offer: BruteOffer; free: Set<string> }>();
  for (const { start, end, modality, poolId, practitionerId } of slots) {
    const who = poolId ?? practitionerId;
    const key = `${start} ${end} ${modality} ${who}`;
    const known = people.get(key) ?? { offer: { start, end, who, modality, people: 0 }, free: new Set() };
    known.free.add(practitionerId);
    people.set(key, known);
  }
  return [...people.values()].map(({ offer, free }) => ({ ...offer, people: free.size }));
}

/** What is in the way of the times of a series, and what lies near. Pure and browser-safe. */
import {
  dateOf,
  dayBounds,
  type EpochMs,
  epochDay,
  wallClock,
  weekdayOf,
} from '../../../kernel/zoned-time.ts';
import type { occurrenceProblems } from '../series-contract.ts';
import { freeSlots, judgeStart, type StartVerdict } from '../time/availability.ts';
import { publicHolidaysIn } from '../time/public-holidays.ts';
import type { Asker, Calendar, FreeSlot } from '../time/roster.ts';

export type SeriesProblem = (typeof occurrenceProblems)[number];
export type Judged = {
  start: EpochMs;
  /** Null when something is in the way. */
  slot: FreeSlot | null;
  problem: SeriesProblem | null;
  /** Key of the holiday's name, when that is the problem. */
  holiday: string | null;
  /** At most three, those of the same week first, then by how many days off, then by how much by the clock. */
  proposals: FreeSlot[];
};

type Asked = { now: EpochMs; asker: Asker; everyWeeks: number };
type Refused = Extract<StartVerdict, { refused: string }>['refused'];

const codes: Record<Refused, SeriesProblem> = {
  time_past: 'slot_in_past',
  notice_too_short: 'slot_under_notice',
  too_far_ahead: 'slot_beyond_furthest_day',
  practitioner_absent: 'series_absence',
  time_outside_roster: 'slot_outside_roster',
  slot_taken: 'slot_taken',
};

const day = 86_400_000;

/** Judges each start by the calendar of its practitioner, like a single one; none may run into one before it. */
export function judgeSeries(calendar: Calendar, starts: readonly EpochMs[], asked: Asked): Judged[] {
  const own: FreeSlot[] = [];
  return starts.map((start) => {
    const blocked = own.map((slot) => ({ start: slot.blockedFrom, end: slot.blockedUntil }));
    const known = { ...calendar, blocked: [...calendar.blocked, ...blocked] };
    const query = { now: asked.now, asker: asked.asker, modalities: ['video'] as const };
    const verdict = judgeStart(known, start, { ...query, range: { start, end: start + 1 } });
    if ('slot' in verdict) {
      own.push(verdict.slot);
      return { start, slot: verdict.slot, problem: null, holiday: null, proposals: [] };
    }
    const holiday = verdict.refused === 'time_outside_roster' ? holidayAt(start) : null;
    const range = around(start, asked.everyWeeks);
    const near = freeSlots(known, { ...query, range }).filter(
      (slot) => !starts.some((other) => other !== start && other < slot.blockedUntil && other >= slot.start),
    );
    return {
      start,
      slot: null,
      problem: holiday ? 'series_holiday' : codes[verdict.refused],
      holiday,
      proposals: nearest(near, start),
    };
  });
}

const holidayAt = (start: EpochMs): string | null => {
  const date = dateOf(start);
  return publicHolidaysIn(date, dateOf(dayBounds(date).end))[0]?.code ?? null;
};

/** Its calendar week, and ten days to both sides where the next time of the series is far enough. */
function around(start: EpochMs, everyWeeks: number) {
  const reach = Math.min(10, Math.floor(3.5 * everyWeeks)) * day;
  const monday = mondayOf(start);
  return {
    start: Math.min(dayBounds(dateOf(start - reach)).start, monday * day),
    end: Math.max(dayBounds(dateOf(start + reach)).end, (monday + 7) * day),
  };
}

/** Epoch day of the Monday of its calendar week. */
const mondayOf = (start: EpochMs): number => epochDay(dateOf(start)) - weekdayOf(dateOf(start)) + 1;

function nearest(slots: readonly FreeSlot[], start: EpochMs): FreeSlot[] {
  const minutes = (at: EpochMs) => {
    const { time } = wallClock(at);
    return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  };
  const [week, date, time] = [mondayOf(start), epochDay(dateOf(start)), minutes(start)];
  return slots
    .map((slot) => {
      const days = epochDay(dateOf(slot.start)) - date;
      const key = [
        Number(mondayOf(slot.start) !== week),
        Math.abs(days),
        Math.abs(minutes(slot.start) - time),
        // Of two that are as near, the later: nobody has to be told to come sooner.
        Number(slot.start < start),
        slot.start,
      ];
      return { slot, key };
    })
    .sort((a, b) => compare(a.key, b.key))
    .slice(0, 3)
    .map(({ slot }) => slot);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

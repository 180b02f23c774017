import { addDays, dayOf, wallTimeOf } from '../../../lib/zone.ts';
import type { Offer } from './offer.ts';

/** One start time, whoever has it free: the first of them is offered. */
export type TimeGroup = {
  startAt: string;
  endAt: string;
  day: string;
  offer: Offer;
  names: string[];
  /** How many are free then, all of a pool counted. */
  people: number;
};

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Monday to Friday, and the weekend's days when something is free on them. */
export function weekDays(monday: string, times: readonly { startAt: string }[]): string[] {
  const free = new Set(times.map((time) => dayOf(time.startAt)));
  const last = free.has(addDays(monday, 6)) ? 6 : free.has(addDays(monday, 5)) ? 5 : 4;
  return Array.from({ length: last + 1 }, (_, at) => addDays(monday, at));
}

export function groupTimes(offers: readonly Offer[]): TimeGroup[] {
  const groups = new Map<string, TimeGroup>();
  for (const offer of offers) {
    const { startAt, endAt, name, people } = offer;
    const found = groups.get(startAt);
    if (found) {
      found.names.push(name);
      found.people += people;
    } else groups.set(startAt, { startAt, endAt, day: dayOf(startAt), offer, names: [name], people });
  }
  return [...groups.values()];
}

/** How long it lasts. */
export const minutesOf = (one: { startAt: string; endAt: string }): number =>
  (Date.parse(one.endAt) - Date.parse(one.startAt)) / 60_000;

/** Minutes since midnight on the region's clock. */
export function minuteOf(instant: string): number {
  const [hours = '0', minutes = '0'] = wallTimeOf(instant).slice(11, 16).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** First and last full hour that hold all groups. */
export function hoursOf(groups: readonly TimeGroup[]): { from: number; until: number } {
  const starts = groups.map((one) => minuteOf(one.startAt));
  const lengths = groups.map((one) => minuteOf(one.startAt) + minutesOf(one));
  return { from: Math.floor(Math.min(...starts) / 60), until: Math.ceil(Math.max(...lengths) / 60) };
}

export type Placed = { lane: number; lanes: number };

/** Groups of one day beside one another where they overlap: each with its lane, and how many lanes there are. */
export function placeInLanes<T extends TimeGroup>(groups: readonly T[]): (T & Placed)[] {
  const placed: (T & Placed)[] = [];
  let cluster: (T & Placed)[] = [];
  let end = '';
  const close = () => {
    const lanes = Math.max(0, ...cluster.map((one) => one.lane)) + 1;
    for (const one of cluster) placed.push({ ...one, lanes });
  };
  for (const group of [...groups].sort((a, b) => a.startAt.localeCompare(b.startAt))) {
    if (group.startAt >= end) {
      close();
      cluster = [];
    }
    const busy = cluster.filter((one) => one.endAt > group.startAt).map((one) => one.lane);
    const lane = [0, ...busy.map((one) => one + 1)].find((free) => !busy.includes(free)) ?? 0;
    cluster.push({ ...group, lane, lanes: 1 });
    end = [end, group.endAt].sort().at(-1) ?? end;
  }
  close();
  return placed;
}

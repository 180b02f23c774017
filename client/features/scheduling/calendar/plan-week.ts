/** Which days the plan shows, and how a week is called. Pure; days are `YYYY-MM-DD`. */
import { isoWeek, startOfWeek } from '../../../../server/kernel/local-date.ts';
import { addDays, instantOf } from '../../../lib/zone.ts';

export const views = ['week', 'day', 'list'] as const;
export type View = (typeof views)[number];

export type Shown = {
  view: View;
  /** The chosen day; the week is the one that holds it. */
  day: string;
  /** Null = the whole team. */
  personId: string | null;
};

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address says, with sensible values where it says nothing or nonsense. */
export function readShown(params: URLSearchParams, today: string, usual: View): Shown {
  const view = views.find((one) => one === params.get('ansicht')) ?? usual;
  const day = params.get('tag');
  return { view, day: isDay(day) ? day : today, personId: params.get('person') };
}

/** Monday and the Monday after. */
export function weekOf(day: string): { from: string; until: string } {
  const from = startOfWeek(day);
  return { from, until: addDays(from, 7) };
}

export const daysOf = (week: { from: string }): string[] =>
  Array.from({ length: 7 }, (_, at) => addDays(week.from, at));

/** "23.–29. November 2026", in the language's own order. */
export function weekLabel(week: { from: string }, language: 'de' | 'en'): { number: number; days: string } {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const sunday = addDays(week.from, 6);
  return {
    number: isoWeek(week.from).week,
    days: format.formatRange(Date.parse(week.from), Date.parse(sunday)),
  };
}

/** A wall-clock time of a day as UTC instant; `24:00` is the next midnight. */
export const at = (day: string, time: string): string =>
  time === '24:00' ? instantOf(`${addDays(day, 1)} 00:00:00`) : instantOf(`${day} ${time}:00`);

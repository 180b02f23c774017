import { dayOf, daysBetween, zone } from './zone.ts';

const tags = { de: 'de-DE', en: 'en-GB' } as const;
export type Language = keyof typeof tags;

/** The words of the neighbouring days come from the locale files. */
export type DayWords = { today: string; tomorrow: string; yesterday: string };

/**
 * One instant said twice: on the region's clock ("heute 14:30") and from now ("in 25 Min.").
 * Beyond a week the distance says nothing new and is null.
 * @param instant ISO; @param now ms since 1970
 */
export function momentWords(
  instant: string,
  now: number,
  language: Language,
  words: DayWords,
): { day: string; time: string; distance: string | null } {
  const tag = tags[language];
  const at = Date.parse(instant);
  const away = daysBetween(dayOf(new Date(now).toISOString()), dayOf(instant));
  const time = new Intl.DateTimeFormat(tag, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    at,
  );
  return { day: dayWords(at, away, tag, words), time, distance: distanceWords(at - now, away, tag) };
}

function dayWords(at: number, away: number, tag: string, words: DayWords): string {
  if (away === 0) return words.today;
  if (away === 1) return words.tomorrow;
  if (away === -1) return words.yesterday;
  const near = Math.abs(away) < 7;
  return new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: near ? 'numeric' : 'short',
    ...(Math.abs(away) > 180 ? { year: 'numeric' } : {}),
  }).format(at);
}

function distanceWords(ms: number, away: number, tag: string): string | null {
  const relative = new Intl.RelativeTimeFormat(tag, { style: 'short', numeric: 'always' });
  const minutes = Math.trunc(ms / 60_000);
  if (Math.abs(ms) < 60_000) return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(0, 'second');
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 12 * 60 || away === 0) return relative.format(Math.round(minutes / 60), 'hour');
  if (Math.abs(away) <= 7 && away !== 0) return relative.format(away, 'day');
  return null;
}

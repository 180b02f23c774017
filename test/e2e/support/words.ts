import { homeZone } from '../../../server/kernel/zoned-time.ts';

/** A time as the screens write it, e.g. `09:05`. */
export const timeWords = (at: Date): string =>
  new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: homeZone }).format(at);

/** A day as headings write it, e.g. `Montag, 23. November`. */
export const dayWords = (at: Date): string =>
  new Intl.DateTimeFormat('de-DE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: homeZone,
  }).format(at);

import { homeZone } from '../../../server/kernel/zoned-time.ts';

/** A time as the screens write it, e.g. `09:05`. */
export const timeWords = (at: Date): string =>
  new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: homeZone }).format(at);

/** A day as calendars write it, e.g. `23.11.` */
export const dayWords = (at: Date): string =>
  new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', timeZone: homeZone }).format(at);

import { homeZone } from '../../../kernel/zoned-time.ts';
import type { Language } from './letter-texts.ts';

const tags = { de: 'de-DE', en: 'en-GB' } as const;

/** On the region's clock: "Dienstag, 24. November 2026, 09:40 Uhr", "Di., 24.11., 09:40 Uhr", "09:40 Uhr". */
export function clockWords(language: Language) {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tags[language], { ...options, timeZone: homeZone });
  const day = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = of({ weekday: 'short', day: '2-digit', month: '2-digit' });
  const clock = of({ hour: '2-digit', minute: '2-digit' });
  const hour = (at: Date) => (language === 'de' ? `${clock.format(at)} Uhr` : clock.format(at));
  return {
    long: (at: Date | null): string => (at ? `${day.format(at)}, ${hour(at)}` : ''),
    short: (at: Date | null): string => (at ? `${shortDay.format(at)}, ${hour(at)}` : ''),
    hour: (at: Date | null): string => (at ? hour(at) : ''),
  };
}

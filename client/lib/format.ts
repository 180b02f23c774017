import { useMemo } from 'react';
import { useLocale } from './i18n.ts';
import { daysBetween, zone } from './zone.ts';

/** How the region writes dates, times and numbers, in the language shown. Instants are UTC ISO strings. */
export type Formats = ReturnType<typeof formatsOf>;

export function formatsOf(language: 'de' | 'en') {
  const tag = language === 'en' ? 'en-GB' : 'de-DE';
  const make = (options: Intl.DateTimeFormatOptions, timeZone = zone) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone });
    return (value: string | number) => format.format(typeof value === 'string' ? Date.parse(value) : value);
  };
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const euro = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    /** 23.11.2026, from an instant. */
    date: make({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    /** 12.03.1941, from a calendar day `YYYY-MM-DD`. */
    day: make({ day: '2-digit', month: '2-digit', year: 'numeric' }, 'UTC'),
    /** Montag, 23. November, from an instant. */
    longDate: make({ weekday: 'long', day: 'numeric', month: 'long' }),
    /** Montag, 23. November 2026, from an instant. */
    fullDate: make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** Mo., 23. Nov., from an instant. */
    shortDate: make({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** Mo */
    shortWeekday: make({ weekday: 'short' }),
    /** Montag */
    weekday: make({ weekday: 'long' }),
    /** 23.11. */
    dayAndMonth: make({ day: '2-digit', month: '2-digit' }),
    /** 14:30 */
    time: make({ hour: '2-digit', minute: '2-digit' }),
    /** 23.11.2026, 14:30 */
    dateTime: make({ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    number: (value: number) => decimal.format(value),
    /** From integer cents. */
    money: (cents: number) => euro.format(cents / 100),
    /** From a share of 1. */
    percent: (share: number) => percent.format(share),
  };
}

/** The formats of the language shown; the component follows a switch. */
export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsOf(locale), [locale]);
}

/** Completed years on a day (both `YYYY-MM-DD`). */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const hadBirthday = daysBetween(`${today.slice(0, 4)}-${birthdayIn(birthDate, today)}`, today) >= 0;
  return hadBirthday ? years : years - 1;
}

// Who was born on 29 February has the birthday on 1 March in other years (§ 188 BGB).
function birthdayIn(birthDate: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const birthday = birthDate.slice(5);
  return birthday === '02-29' && !isLeap ? '03-01' : birthday;
}

/** An insurance number in readable groups: `A123 456 789`. */
export const groupInsuranceNumber = (kvnr: string): string =>
  kvnr.length === 10 ? `${kvnr.slice(0, 4)} ${kvnr.slice(4, 7)} ${kvnr.slice(7)}` : kvnr;

/** Seconds as a clock: `0:40`, `12:05`, `1:02:05`. Negative counts as zero. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

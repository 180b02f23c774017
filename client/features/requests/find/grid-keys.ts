import { minuteOf, type TimeGroup } from './week-times.ts';

type Place = Pick<TimeGroup, 'startAt' | 'day'>;

/**
 * Where an arrow key leads among the times of a week: up and down through the day, left and right to the nearest
 * time of the next day that has any, Home and End to the ends of the day. Null: it leads nowhere.
 */
export function timeBeside(times: readonly Place[], at: string, key: string): string | null {
  const here = times.find((one) => one.startAt === at);
  if (!here) return null;
  const sorted = [...times].sort((a, b) => a.startAt.localeCompare(b.startAt));
  const ofDay = sorted.filter((one) => one.day === here.day);
  const where = ofDay.indexOf(here);
  switch (key) {
    case 'ArrowDown':
      return ofDay[where + 1]?.startAt ?? null;
    case 'ArrowUp':
      return ofDay[where - 1]?.startAt ?? null;
    case 'Home':
      return ofDay[0]?.startAt ?? null;
    case 'End':
      return ofDay.at(-1)?.startAt ?? null;
    case 'ArrowRight':
      return nearest(sorted, sorted.find((one) => one.day > here.day)?.day, at);
    case 'ArrowLeft':
      return nearest(sorted, sorted.findLast((one) => one.day < here.day)?.day, at);
    default:
      return null;
  }
}

function nearest(times: readonly Place[], day: string | undefined, at: string): string | null {
  const minute = minuteOf(at);
  const away = (one: Place) => Math.abs(minuteOf(one.startAt) - minute);
  const [first] = times.filter((one) => one.day === day).sort((a, b) => away(a) - away(b));
  return first?.startAt ?? null;
}

import { wallTimeOf } from '../../lib/zone.ts';

/**
 * Whether practices are usually closed: weekends, and before 8 and from 18 o'clock. Then 116117 (ärztlicher
 * Bereitschaftsdienst) is the way for what is neither urgent nor life-threatening.
 */
export function isOutOfHours(now: number): boolean {
  const wall = wallTimeOf(new Date(now).toISOString());
  const weekday = new Date(`${wall.slice(0, 10)}T12:00:00Z`).getUTCDay();
  const hour = Number(wall.slice(11, 13));
  return weekday === 0 || weekday === 6 || hour < 8 || hour >= 18;
}

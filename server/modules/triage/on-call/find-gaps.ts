/** When nobody is on call. Pure; times are epoch milliseconds. */
import { common, type Interval, intersect, merge, subtract } from '../../../kernel/interval.ts';

export type Shift = Interval & { level: 'primary' | 'deputy' };
export type Gap = Interval & { missing: 'everybody' | 'primary' | 'deputy' };

/** Who had no shift for so long plans none, in ms. */
export const plannedWithin = 28 * 86_400_000;

/**
 * Gaps in a window, by time. A level that was never planned is missing nowhere, and nothing is before the first shift
 * that was ever planned.
 */
export function findGaps(shifts: readonly Shift[], window: Interval): Gap[] {
  const first = Math.min(...shifts.map(({ start }) => start));
  const planned = shifts.length > 0 && intersect(window, { start: first, end: Number.POSITIVE_INFINITY });
  if (!planned) return [];
  const of = (level: Shift['level']) => merge(shifts.filter((shift) => shift.level === level));
  const [primary, deputy] = [of('primary'), of('deputy')];
  const without = (covered: Interval[]) => subtract([planned], covered);
  const gaps = [
    ...without([...primary, ...deputy]).map((gap) => ({ ...gap, missing: 'everybody' as const })),
    ...only(primary, common(without(primary), deputy)).map((gap) => ({
      ...gap,
      missing: 'primary' as const,
    })),
    ...only(deputy, common(without(deputy), primary)).map((gap) => ({ ...gap, missing: 'deputy' as const })),
  ];
  return gaps.sort((a, b) => a.start - b.start);
}

const only = (level: Interval[], gaps: Interval[]): Interval[] => (level.length > 0 ? gaps : []);

import { invalid } from '../../../kernel/errors.ts';
import { daysBetween, type LocalDate } from '../../../kernel/zoned-time.ts';

/** @throws invalid `range_order` or `range_too_long` at `until`. */
export function checkRange(from: LocalDate, until: LocalDate, mostDays: number): void {
  const days = daysBetween(from, until);
  if (days <= 0) throw invalid('range_order', { fields: { until: 'range_order' } });
  if (days > mostDays) throw invalid('range_too_long', { fields: { until: 'range_too_long' } });
}

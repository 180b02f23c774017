/** Between the absence form's fields and what the wire takes. Pure. */
import { addDays, wallTimeOf } from '../../../lib/zone.ts';
import { at } from '../calendar/plan-week.ts';
import { spanOf, type TimeTarget } from '../plan-target.ts';

export const reasons = ['leave', 'illness', 'training', 'other'] as const;
export type Reason = (typeof reasons)[number];

export type AbsenceValues = {
  practitionerId: string;
  reason: Reason;
  wholeDays: boolean;
  fromDay: string | null;
  from: string;
  /** The last day of it. */
  untilDay: string | null;
  /** `00:00` = the end of `untilDay`. */
  until: string;
};

export function absenceValues(target: TimeTarget): AbsenceValues {
  const { startAt, endAt } = spanOf(target);
  const [start, end] = [wallTimeOf(startAt), wallTimeOf(endAt)];
  const from = start.slice(11, 16);
  const until = end.slice(11, 16);
  const endsAtMidnight = until === '00:00';
  return {
    practitionerId: target.personId,
    reason: target.absence?.reason ?? 'leave',
    wholeDays: from === '00:00' && endsAtMidnight,
    fromDay: start.slice(0, 10),
    from,
    untilDay: endsAtMidnight ? addDays(end.slice(0, 10), -1) : end.slice(0, 10),
    until,
  };
}

/** The wire's fields, or null while something is not entered completely. */
export function absenceFields(values: AbsenceValues) {
  const { practitionerId, reason, wholeDays, fromDay, from, untilDay, until } = values;
  if (!fromDay || !untilDay || (!wholeDays && (!from || !until))) return null;
  return {
    practitionerId,
    reason,
    startAt: at(fromDay, wholeDays ? '00:00' : from),
    endAt: at(untilDay, wholeDays || until === '00:00' ? '24:00' : until),
  };
}

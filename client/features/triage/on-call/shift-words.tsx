import { useTranslation } from 'react-i18next';
import type { OnCallShift } from '../../../../server/modules/triage/on-call-contract.ts';
import { type formatsOf, useFormats } from '../../../lib/format.ts';
import { dayOf } from '../../../lib/zone.ts';

type Span = Pick<OnCallShift, 'startAt' | 'endAt'>;

/** "Do., 26. Nov., 18:00–22:00"; over night with both days. Pure. */
export function shiftWords({ startAt, endAt }: Span, formats: ReturnType<typeof formatsOf>): string {
  const { shortDate, time } = formats;
  const from = `${shortDate(startAt)}, ${time(startAt)}`;
  return dayOf(startAt) === dayOf(endAt)
    ? `${from}–${time(endAt)}`
    : `${from} – ${shortDate(endAt)}, ${time(endAt)}`;
}

/** A shift in one line: its times and at which level. */
export function useShiftWords(): (shift: Span & Pick<OnCallShift, 'level'>) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (shift) =>
    t('triage.swap.shift', {
      times: shiftWords(shift, formats),
      level: t(`triage.onCall.levels.${shift.level}`),
    });
}

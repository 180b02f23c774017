import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useNow } from '../../../lib/use-now.ts';
import { lookKey, lookOf } from './booking-look.ts';

/** How a booking stands, in words: "geplant", "Praxis verspätet", "Einschub", "Folgetermin 2 von 6". */
export function useBookingWords(): (booking: CalendarBooking) => string[] {
  const { t } = useTranslation();
  const now = useNow();
  return useCallback(
    (booking) => {
      const { requesterLate, providerLate } = booking.attendance;
      const { series } = booking;
      const isOver = lookOf(booking, now) === 'fulfilled';
      return [
        t(`scheduling.look.${lookKey(booking, now)}`),
        isOver && requesterLate !== null ? t('scheduling.late.requester', { count: requesterLate }) : null,
        isOver && providerLate !== null ? t('scheduling.late.provider', { count: providerLate }) : null,
        booking.overbooked !== null ? t('scheduling.overbooked') : null,
        series && t('scheduling.series', { index: series.index, count: series.count }),
      ].filter((word) => word !== null);
    },
    [t, now],
  );
}

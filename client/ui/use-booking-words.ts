import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../server/modules/scheduling/booking-contract.ts';
import { useNow } from '../lib/use-now.ts';
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
        t(`ui.booking.look.${lookKey(booking, now)}`),
        isOver && requesterLate !== null ? t('ui.booking.late.requester', { count: requesterLate }) : null,
        isOver && providerLate !== null ? t('ui.booking.late.provider', { count: providerLate }) : null,
        booking.overbooked !== null ? t('ui.booking.overbooked') : null,
        series && t('ui.booking.series', { index: series.index, count: series.count }),
      ].filter((word) => word !== null);
    },
    [t, now],
  );
}

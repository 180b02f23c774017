import { Group } from '@mantine/core';
import { IconClockExclamation, IconRepeat, IconStackPush } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../server/modules/scheduling/booking-contract.ts';
import { useNow } from '../lib/use-now.ts';
import { lookIcons, lookKey, lookOf, lookTones } from './booking-look.ts';
import { StatusBadge } from './status-badge.tsx';

/** How a booking stands, as signs with words. `quiet`: only what is out of the ordinary. */
export function BookingBadges(props: { booking: CalendarBooking; quiet?: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const { booking } = props;
  const { requesterLate, providerLate } = booking.attendance;
  const look = lookOf(booking, now);
  const late = [
    requesterLate === null ? null : t('ui.booking.late.requester', { count: requesterLate }),
    providerLate === null ? null : t('ui.booking.late.provider', { count: providerLate }),
  ].filter((word) => word !== null);
  return (
    <Group gap="xs">
      {(!props.quiet || look === 'late' || look === 'missed') && (
        <StatusBadge tone={lookTones[look]} icon={lookIcons[look]}>
          {t(`ui.booking.look.${lookKey(booking, now)}`)}
        </StatusBadge>
      )}
      {late.map((word) => (
        <StatusBadge key={word} tone="neutral" icon={IconClockExclamation}>
          {word}
        </StatusBadge>
      ))}
      {booking.overbooked !== null && (
        <StatusBadge tone="attention" icon={IconStackPush}>
          {t('ui.booking.overbooked')}
        </StatusBadge>
      )}
      {booking.series && (
        <StatusBadge tone="neutral" icon={IconRepeat}>
          {t('ui.booking.series', { index: booking.series.index, count: booking.series.count })}
        </StatusBadge>
      )}
    </Group>
  );
}

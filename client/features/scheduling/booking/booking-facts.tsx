import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { BookingBadges } from '../../../ui/booking-badges.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Time } from '../../../ui/time.tsx';
import { presentOf } from './stale-changes.ts';
import { useWhen } from './use-when.ts';

type Viewed = Reply<typeof viewBooking>;

/** Who meets whom and when, said twice; how it stands; why it was pushed in; where in its series it is. */
export function BookingFacts(props: { found: Viewed; short?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = useWhen();
  const { booking } = props.found;
  const present = presentOf(booking);
  // Beyond a week the distance says nothing new.
  const isNear = Math.abs(Date.parse(booking.startAt) - useNow()) < 7 * 86_400_000;
  const items = [
    {
      label: t('scheduling.booking.when'),
      value: (
        <>
          {t('scheduling.booking.span', { from: when(booking.startAt), until: formats.time(booking.endAt) })}
          {isNear && ' · '}
          {isNear && <Time at={booking.startAt} show="distance" />}
        </>
      ),
    },
    {
      label: t('scheduling.person'),
      value: booking.pool
        ? t('scheduling.booking.ofPool', { who: booking.practitionerName, pool: booking.pool.name })
        : booking.practitionerName,
    },
    {
      label: t('scheduling.booking.requester'),
      value: t('scheduling.booking.place', booking.requester),
    },
  ];
  const more = [
    {
      label: t('scheduling.booking.department'),
      value: t('scheduling.booking.place', {
        name: booking.department.name,
        city: booking.organisation.name,
      }),
    },
    booking.overbooked !== null && { label: t('scheduling.booking.overbooked'), value: booking.overbooked },
    booking.cancelReason !== null && {
      label: t('scheduling.booking.cancelReason'),
      value: t(`scheduling.stepReason.${booking.cancelReason}`, { defaultValue: booking.cancelReason }),
    },
    booking.note !== null && { label: t('scheduling.booking.lastNote'), value: booking.note },
  ].filter((item) => item !== false);
  return (
    <Stack gap="md">
      {present ? (
        <BookingBadges booking={present} />
      ) : (
        <Group>
          <StatusBadge tone="neutral">{t('scheduling.bookingState.cancelled')}</StatusBadge>
        </Group>
      )}
      <Facts items={props.short ? items : [...items, ...more]} />
    </Stack>
  );
}

import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconCalendarPlus, IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { StepFrame } from './step-frame.tsx';

/** The booked time passed without the clinic: no fault of the practice, so the request goes on with a new time. */
export function MissedStep({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { bookingId } = request;
  const query = useLoad(viewBooking, { id: bookingId ?? '' }, { enabled: bookingId !== null });
  const booking = query.data?.booking;
  if (bookingId !== null && query.isPending) return <Skeleton height={120} radius="lg" />;
  const missedBy = booking?.attendance.missedBy ?? null;
  const asks = request.side === 'requester';
  return (
    <StepFrame
      tone="attention"
      icon={IconCalendarX}
      title={
        missedBy && booking
          ? t(`records.missed.${asks ? missedBy : 'told'}`, {
              day: formats.longDate(booking.startAt),
              time: formats.time(booking.startAt),
            })
          : t('records.missed.noTime')
      }
    >
      <Text>{t(asks ? 'records.missed.hint' : 'records.missed.hintClinic')}</Text>
      {asks && (
        <Group gap="sm" mt={8}>
          <Button
            component={Link}
            to={paths.newTime(request.id)}
            leftSection={<IconCalendarPlus size={20} aria-hidden />}
          >
            {t('records.missed.newTime')}
          </Button>
        </Group>
      )}
    </StepFrame>
  );
}

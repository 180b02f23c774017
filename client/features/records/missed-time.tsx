import { Text } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { StepFrame } from './step-frame.tsx';

/** The booked time passed without a consultation: no fault of the practice, so its request goes on. */
export function MissedTime(props: { request: ConsultRequest; bookingId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const booking = useLoad(viewBooking, { id: props.bookingId }).data?.booking;
  const missedBy = booking?.attendance.missedBy;
  if (!booking || !missedBy) return null;
  const asks = props.request.side === 'requester';
  return (
    <StepFrame
      tone="attention"
      icon={IconCalendarX}
      title={t(`records.missed.${asks ? missedBy : 'told'}`, {
        day: formats.longDate(booking.startAt),
        time: formats.time(booking.startAt),
      })}
    >
      <Text>{t(asks ? 'records.missed.hint' : 'records.missed.hintClinic')}</Text>
    </StepFrame>
  );
}

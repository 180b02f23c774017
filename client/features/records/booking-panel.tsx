import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarRepeat, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { schedulingChanged } from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CancelConsult } from './cancel-consult.tsx';
import { mayFollowUp, PlanFollowUps } from './plan-follow-ups.tsx';
import { SeriesLinks } from './series-links.tsx';

/** The booked time of a case: when, with whom, what may be done with it, and the others of its series. */
export function BookingPanel(props: { request: ConsultRequest; bookingId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { request } = props;
  const input = { id: props.bookingId };
  const query = useLoad(viewBooking, input);
  useLive(schedulingChanged, [keyOf(viewBooking, input)]);
  return (
    <Panel title={t('records.booking.title')}>
      <Loaded query={query} rows={2}>
        {({ booking, series, may }) => (
          <Stack gap="sm">
            <div>
              <Text fw={680} size="lg">
                {t('records.timeline.slot', {
                  day: formats.fullDate(booking.startAt),
                  from: formats.time(booking.startAt),
                  to: formats.time(booking.endAt),
                })}
              </Text>
              <Text>
                {[
                  booking.practitionerName,
                  booking.pool?.name,
                  booking.department.name,
                  booking.organisation.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {booking.note && <Text>{t('records.booking.note', { note: booking.note })}</Text>}
              {booking.state === 'booked' && booking.sequence > 0 && (
                <Text c="dimmed">{t('records.booking.moved')}</Text>
              )}
            </div>
            {booking.series && <SeriesLinks place={booking.series} others={series} />}
            <Group gap="sm">
              {may.move && request.side === 'requester' && (
                <Button
                  component={Link}
                  to={paths.moveBooking(booking.id)}
                  variant="default"
                  leftSection={<IconCalendarRepeat size={20} aria-hidden />}
                >
                  {t('records.booking.move')}
                </Button>
              )}
              {may.cancel && (
                <CancelConsult
                  request={request}
                  following={
                    series.filter((one) => one.state === 'booked' && one.startAt > booking.startAt).length
                  }
                />
              )}
              {mayFollowUp(request) && <PlanFollowUps requestId={request.id} />}
              <Button
                component={Link}
                to={paths.booking(booking.id)}
                variant="subtle"
                leftSection={<IconListDetails size={20} aria-hidden />}
              >
                {t('records.booking.history')}
              </Button>
            </Group>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { paths } from '../../../lib/paths.ts';
import classes from './series-times.module.css';
import { useWhen } from './use-when.ts';

/** All times of the series in their order, this one among them. */
export function SeriesTimes(props: { found: Reply<typeof viewBooking> }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { booking, series } = props.found;
  const all = [...series, { bookingId: booking.id, startAt: booking.startAt, state: booking.state }];
  return (
    <ol className={classes.times}>
      {all
        .toSorted((a, b) => a.startAt.localeCompare(b.startAt))
        .map(({ bookingId, startAt, state }) => (
          <li key={bookingId}>
            {bookingId === booking.id ? (
              <Text fw={650} aria-current="true">
                {when(startAt)}
              </Text>
            ) : (
              <Anchor component={Link} to={paths.booking(bookingId)}>
                {when(startAt)}
              </Anchor>
            )}
            {state !== 'booked' && <Text c="dimmed">{t(`scheduling.bookingState.${state}`)}</Text>}
          </li>
        ))}
    </ol>
  );
}

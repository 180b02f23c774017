import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reply } from '../../../server/kernel/wire.ts';
import type { viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import classes from './series-links.module.css';

type View = Reply<typeof viewBooking>;

/** Which of the follow-ups this one is, and the way to the others. */
export function SeriesLinks(props: {
  place: NonNullable<View['booking']['series']>;
  others: View['series'];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { index, count } = props.place;
  return (
    <div>
      <Text fw={600}>{t('records.booking.series', { index, count })}</Text>
      <ul className={classes.dates}>
        {props.others.map((one) => (
          <li key={one.bookingId}>
            <Link to={paths.consult(one.requestId)} data-off={one.state === 'cancelled' || undefined}>
              {formats.dateTime(one.startAt)}
              {one.state === 'cancelled' && ` (${t('records.status.cancelled')})`}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

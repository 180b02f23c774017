import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { bookSeries } from '../../../../server/modules/scheduling/series-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { Panel } from '../../../ui/panel.tsx';
import { PrintButton } from '../print-button.tsx';
import sent from '../sent-page.module.css';
import classes from './series.module.css';

/** All follow-ups are booked: each with its date, to print for the patient's file. */
export function SeriesBooked(props: { booked: Reply<typeof bookSeries>; requestId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { bookings } = props.booked;
  return (
    <Stack gap="lg">
      <section className={sent.done} data-tone="done" role="status">
        <IconCircleCheck size={44} stroke={1.6} aria-hidden />
        <div>
          <Text fw={680} size="xl">
            {t('requests.series.booked', { count: bookings.length })}
          </Text>
          <Text>{t('requests.series.bookedHint')}</Text>
        </div>
      </section>
      <Panel title={t('requests.series.dates')}>
        <ol className={classes.booked}>
          {bookings.map((one) => (
            <li key={one.bookingId}>
              <Link to={paths.consult(one.requestId)}>
                {t('requests.time.slot', {
                  day: formats.fullDate(one.startAt),
                  from: formats.time(one.startAt),
                  to: formats.time(one.endAt),
                })}
              </Link>
            </li>
          ))}
        </ol>
      </Panel>
      <Group className={sent.ways}>
        <Button size="lg" component={Link} to={paths.consults}>
          {t('requests.series.toConsults')}
        </Button>
        <PrintButton />
      </Group>
    </Stack>
  );
}

import { Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import type { Held } from '../hold/hold.ts';
import classes from './move-times.module.css';

/** Old time and new one beside each other. */
export function MoveTimes(props: { booking: Reply<typeof viewBooking>['booking']; hold: Held | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { booking, hold } = props;
  const words = (of: { startAt: string; endAt: string }) =>
    t('requests.time.slot', {
      day: formats.longDate(of.startAt),
      from: formats.time(of.startAt),
      to: formats.time(of.endAt),
    });
  return (
    <section className={classes.times} aria-label={t('requests.move.change')}>
      <div className={classes.one}>
        <Text c="dimmed">{t('requests.move.old')}</Text>
        <Text fw={600}>{words(booking)}</Text>
        <Text>{booking.practitionerName}</Text>
      </div>
      <IconArrowRight size={28} aria-hidden />
      <div className={classes.one} data-tone={hold ? 'action' : 'neutral'}>
        <Text c="dimmed">{t('requests.move.new')}</Text>
        <Text fw={680}>{hold ? words(hold) : t('requests.move.open')}</Text>
        <Text>{hold ? hold.practitionerName : '\u00a0'}</Text>
      </div>
    </section>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconStackPush } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useNow } from '../../../lib/use-now.ts';
import { lookIcons, lookOf } from '../../../ui/booking-look.ts';
import { useBookingWords } from '../../../ui/use-booking-words.ts';
import classes from './pieces.module.css';
import type { Piece } from './plan-pieces.ts';

/** A booking's block: colour, sign and, where there is room, the words of how it stands. */
export function BookingBody(props: { piece: Piece; booking: CalendarBooking; title: string }) {
  const { t } = useTranslation();
  const { piece, booking, title } = props;
  const look = lookOf(booking, useNow());
  const words = useBookingWords()(booking);
  // Once it has begun, how it goes says more than where it lies.
  const isStray = piece.stray === true && look === 'booked';
  const Sign = isStray ? IconAlertTriangle : lookIcons[look];
  const told = [
    `${piece.from} ${title}`,
    t('scheduling.booking.endsAt', { time: piece.until }),
    ...words,
    isStray ? t('scheduling.legend.stray') : null,
  ].filter(Boolean);
  return (
    <span
      className={classes.piece}
      data-kind="booking"
      data-look={look}
      data-stray={isStray || undefined}
      data-beside={piece.beside || undefined}
      data-overbooked={booking.overbooked !== null || undefined}
      title={told.join(' · ')}
    >
      <VisuallyHidden>{told.join(', ')}</VisuallyHidden>
      <span className={classes.words} aria-hidden>
        <Sign size={18} className={classes.sign} />
        {booking.overbooked !== null && <IconStackPush size={18} className={classes.sign} />}
        <span className={classes.clock}>{piece.from}</span>
        <span className={classes.title}>{title}</span>
      </span>
      <span className={classes.state} aria-hidden>
        {words.join(' · ')}
      </span>
    </span>
  );
}

import {
  type Icon,
  IconBeach,
  IconConfetti,
  IconHourglassHigh,
  IconListNumbers,
  IconUrgent,
  IconUsersGroup,
  IconVideo,
} from '@tabler/icons-react';
import { useNow } from '../../../lib/use-now.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { BookingBody } from './booking-body.tsx';
import classes from './pieces.module.css';
import type { Piece, PieceKind } from './plan-pieces.ts';

const signs: Record<PieceKind, Icon | null> = {
  video: IconVideo,
  urgent_reserve: IconUrgent,
  written: null,
  absence: IconBeach,
  holiday: IconConfetti,
  hold: IconHourglassHigh,
  booking: null,
};

/** The inside of a block: its kind decides the ground, and says itself by sign and word where there is room. */
export function PieceBody(props: { title: string; piece: Piece | null }) {
  const { piece, title } = props;
  if (!piece) return null;
  if (piece.booking) return <BookingBody piece={piece} booking={piece.booking} title={title} />;
  if (piece.hold) return <HoldBody hold={piece.hold} from={piece.from} title={title} />;
  const Sign = piece.pool === undefined ? signs[piece.kind] : IconUsersGroup;
  const hasClock = piece.kind !== 'holiday' && piece.kind !== 'absence';
  return (
    <span
      className={classes.piece}
      data-kind={piece.kind}
      data-pool={piece.pool !== undefined || undefined}
      title={hasClock ? `${title} ${piece.from}–${piece.until}` : title}
    >
      <span className={classes.words}>
        {Sign && <Sign size={18} aria-hidden className={classes.sign} />}
        {hasClock && <span className={classes.clock}>{piece.from}</span>}
        <span className={classes.title}>{title}</span>
      </span>
    </span>
  );
}

/** A time that somebody has open: gone again by itself when its clock has run out. */
function HoldBody(props: { hold: NonNullable<Piece['hold']>; from: string; title: string }) {
  const { hold, title } = props;
  if (Date.parse(hold.heldUntil) <= useNow('second')) return null;
  const Sign = hold.waiting ? IconListNumbers : IconHourglassHigh;
  return (
    <span className={classes.piece} data-kind="hold" title={`${props.from} ${title}`}>
      <span className={classes.words}>
        <Sign size={18} aria-hidden className={classes.sign} />
        {!hold.waiting && <Countdown until={hold.heldUntil} label={title} />}
        <span className={classes.title}>{title}</span>
      </span>
    </span>
  );
}

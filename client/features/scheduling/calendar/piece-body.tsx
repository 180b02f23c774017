import { IconAlertTriangle, IconBeach, IconConfetti, IconUrgent, IconVideo } from '@tabler/icons-react';
import classes from './pieces.module.css';
import type { Piece } from './plan-pieces.ts';

const signs = {
  video: IconVideo,
  urgent_reserve: IconUrgent,
  written: null,
  absence: IconBeach,
  holiday: IconConfetti,
  booking: null,
} as const;

/** The inside of a block: its kind decides the ground, and says itself by sign and word where there is room. */
export function PieceBody(props: { title: string; piece: Piece | null }) {
  const { piece } = props;
  if (!piece) return null;
  const Sign = piece.stray ? IconAlertTriangle : signs[piece.kind];
  const times = `${piece.from}–${piece.until}`;
  return (
    <span
      className={classes.piece}
      data-kind={piece.kind}
      data-stray={piece.stray || undefined}
      title={`${props.title} ${piece.kind === 'holiday' ? '' : times}`}
    >
      <span className={classes.words}>
        {Sign && <Sign size={18} aria-hidden className={classes.sign} />}
        {piece.kind !== 'holiday' && piece.kind !== 'absence' && (
          <span className={classes.clock}>{piece.from}</span>
        )}
        <span className={classes.title}>{props.title}</span>
      </span>
    </span>
  );
}

import type { ScheduleEventData } from '@mantine/schedule';
import { addDays } from '../../../lib/zone.ts';
import { mayDrag } from '../plan-target.ts';
import type { Piece, Plan } from './plan-pieces.ts';

/** Pieces as the calendar takes them: bookings before, everything else behind, in the order given. */
export const eventsOf = (pieces: readonly Piece[], titleOf: (piece: Piece) => string): ScheduleEventData[] =>
  pieces.map((piece) => ({
    id: piece.id,
    title: titleOf(piece),
    start: `${piece.day} ${piece.from}:00`,
    end: piece.until === '24:00' ? `${addDays(piece.day, 1)} 00:00:00` : `${piece.day} ${piece.until}:00`,
    color: 'blue',
    display: piece.kind === 'booking' ? 'default' : 'background',
    resourceId: piece.personId,
    payload: { piece },
  }));

/** `HH:mm:ss` as calendars take it. */
export const clockOfHour = (hour: number): string =>
  hour >= 24 ? '23:59:59' : `${String(hour).padStart(2, '0')}:00:00`;

/** The piece that an event was made of. */
export const pieceOf = (event: ScheduleEventData): Piece | null => event.payload?.piece ?? null;

/** Who may move a booking may drag it. */
export const canDrag = (plan: Plan, piece: Piece | null): boolean => piece !== null && mayDrag(plan, piece);

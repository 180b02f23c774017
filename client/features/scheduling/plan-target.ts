/** What somebody means who presses or drags on the plan. Pure. */
import type { CalendarBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import type { Pool } from '../../../server/modules/scheduling/pool-contract.ts';
import type { Absence, Override, Roster } from '../../../server/modules/scheduling/roster-contract.ts';
import type { WaitingEntry } from '../../../server/modules/scheduling/waiting-contract.ts';
import { instantOf } from '../../lib/zone.ts';
import { isOpen } from '../../ui/booking-look.ts';
import type { Level, OnCallPart } from './calendar/on-call-parts.ts';
import type { Piece, Plan } from './calendar/plan-pieces.ts';
import { at } from './calendar/plan-week.ts';

/** Which of the three forms opens: weekly hours, one single day, an absence. */
export type Form = 'weekly' | 'day' | 'absence';

export type TimeTarget = {
  is: 'time';
  form: Form;
  personId: string;
  /** New hours are those of a pool, not of the person. */
  poolId?: string;
  /** `HH:MM` on `day`; an absence that was dragged over days ends on `lastDay`. */
  day: string;
  from: string;
  until: string;
  lastDay: string;
  roster: Roster | null;
  override: Override | null;
  absence: Absence | null;
};
/** What is done with a booking; `see` = it is only looked at. */
export type Deed = 'see' | 'move' | 'handOver' | 'cancel' | 'attendance';
/** Where a booking was dropped: about there, the nearest free time is meant. */
export type DroppedAt = { practitionerId: string; startAt: string };

export type Target =
  | TimeTarget
  | { is: 'booking'; booking: CalendarBooking; deed: Deed; dropped?: DroppedAt }
  | { is: 'replan'; bookings: readonly CalendarBooking[] }
  | { is: 'pool'; pool: Pool | null }
  | { is: 'waiting'; entry: WaitingEntry; deed: 'offer' | 'place' }
  | { is: 'shift'; level: Level; part: OnCallPart };

export type Pressed = { personId: string; start: string; end: string; dragged: boolean };

/** A calendar that reaches to midnight ends its last slot a second before. */
const split = (wall: string) => ({
  day: wall.slice(0, 10),
  time: wall.endsWith('23:59:59') ? '24:00' : wall.slice(11, 16),
});

/** @param pressed wall-clock times `YYYY-MM-DD HH:mm:ss`, as calendars tell them */
export function targetAt(plan: Plan, pieces: readonly Piece[], pressed: Pressed): TimeTarget {
  const start = split(pressed.start);
  const end = split(pressed.end);
  const here = pieces.filter(
    (piece) =>
      piece.personId === pressed.personId &&
      piece.day === start.day &&
      piece.from < (end.day === start.day ? end.time : '24:00') &&
      start.time < piece.until,
  );
  const absence = pressed.dragged ? undefined : here.find(({ kind }) => kind === 'absence');
  if (absence) return absenceTarget(plan, absence);
  const band = here.find(
    (piece) =>
      (piece.kind === 'video' || piece.kind === 'urgent_reserve' || piece.kind === 'written') &&
      mayOpen(plan, piece),
  );
  if (band && !pressed.dragged) return bandTarget(plan, band);
  return {
    is: 'time',
    // Who drags over hours that are there wants them gone; who drags over nothing wants new ones.
    form: band || start.day !== end.day ? 'absence' : 'weekly',
    personId: pressed.personId,
    day: start.day,
    from: start.time,
    until: pressed.dragged ? end.time : laterBy3Hours(start.time),
    lastDay: pressed.dragged ? end.day : start.day,
    roster: null,
    override:
      plan.overrides.find((one) => one.practitionerId === pressed.personId && one.day === start.day) ?? null,
    absence: null,
  };
}

/** Hours of a pool are the coordinator's; a time that somebody has open is nobody else's. */
export function mayOpen(plan: Plan, piece: Piece): boolean {
  if (piece.booking) return true;
  if (piece.kind === 'hold' || piece.kind === 'holiday') return false;
  return piece.pool === undefined ? plan.mayChange.includes(piece.personId) : plan.coordinates;
}

/** Who drags must be allowed to: the coordinator everything, a specialist the own. Nobody drags what is over. */
export const mayDrag = (plan: Plan, piece: Piece): boolean =>
  piece.booking !== undefined &&
  isOpen(piece.booking) &&
  (plan.coordinates || plan.mayChange.includes(piece.personId));

/**
 * A booking that was let go elsewhere; null when it lies where it lay.
 * @param newStart wall-clock time `YYYY-MM-DD HH:mm:ss`, as calendars tell it
 */
export function targetOfDrop(piece: Piece | null, newStart: string, personId: string): Target | null {
  const booking = piece?.booking;
  if (!booking) return null;
  const dropped = { practitionerId: personId, startAt: instantOf(newStart) };
  const isSame = personId === booking.practitionerId && dropped.startAt === booking.startAt;
  return isSame ? null : { is: 'booking', booking, deed: 'move', dropped };
}

/** A piece that was chosen itself, e.g. in the list. */
export function targetOfPiece(plan: Plan, piece: Piece): Target {
  if (piece.booking) return { is: 'booking', booking: piece.booking, deed: 'see' };
  return piece.kind === 'absence' ? absenceTarget(plan, piece) : bandTarget(plan, piece);
}

/** New hours for somebody on a day, from a button instead of a drag. */
export const newTarget = (form: Form, personId: string, day: string): TimeTarget => ({
  is: 'time',
  form,
  personId,
  day,
  from: '09:00',
  until: '12:00',
  lastDay: day,
  roster: null,
  override: null,
  absence: null,
});

function bandTarget(plan: Plan, piece: Piece): TimeTarget {
  const roster = plan.rosters.find(({ id }) => id === piece.of) ?? null;
  const override = plan.overrides.find(
    (one) => one.practitionerId === piece.personId && one.day === piece.day,
  );
  return {
    ...newTarget(roster ? 'weekly' : 'day', piece.personId, piece.day),
    from: piece.from,
    until: piece.until,
    roster,
    override: override ?? null,
  };
}

function absenceTarget(plan: Plan, piece: Piece): TimeTarget {
  const absence = plan.absences.find(({ id }) => id === piece.of) ?? null;
  return { ...newTarget('absence', piece.personId, piece.day), absence };
}

function laterBy3Hours(time: string): string {
  const hour = Number(time.slice(0, 2)) + 3;
  return hour >= 24 ? '24:00' : `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}

/** The whole days or hours that an absence form starts from, as instants. */
export const spanOf = (target: TimeTarget): { startAt: string; endAt: string } =>
  target.absence ?? { startAt: at(target.day, target.from), endAt: at(target.lastDay, target.until) };

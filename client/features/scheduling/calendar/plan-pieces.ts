/** What the plan paints: availability, absences, holidays, holds and bookings, cut by person and day. Pure. */

import type { Reply } from '../../../../server/kernel/wire.ts';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import type { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { addDays, wallTimeOf } from '../../../lib/zone.ts';

export type Plan = Reply<typeof getPlan>;
export type PieceKind = 'video' | 'urgent_reserve' | 'written' | 'absence' | 'holiday' | 'hold' | 'booking';
type Hold = Plan['holds'][number];

/** One block on one day; `from` and `until` are `HH:MM` on the region's clock, `24:00` for the day's end. */
export type Piece = {
  id: string;
  kind: PieceKind;
  personId: string;
  day: string;
  from: string;
  until: string;
  /** Of the roster, override, absence, hold or booking; a holiday's code. */
  of: string;
  /** Hours that somebody keeps as one of a pool. */
  pool?: string;
  hold?: Hold;
  booking?: CalendarBooking;
  /** Another booking of the person lies beside it: one of the two was pushed in. */
  beside?: boolean;
  /** A planned booking outside of all hours, or within an absence: somebody must act. */
  stray?: boolean;
};

type Span = { startAt: string; endAt: string };

export function piecesOf(plan: Plan, days: readonly string[]): Piece[] {
  const shown = new Set(days);
  const cut = (kind: PieceKind, personId: string, of: string, span: Span) =>
    cutByDay(span)
      .filter(({ day }) => shown.has(day))
      .map((part) => ({
        id: `${kind} ${of} ${personId} ${part.day} ${part.from}`,
        kind,
        personId,
        of,
        ...part,
      }));
  return [
    ...plan.holidays.flatMap(({ day, code }) =>
      plan.people.flatMap((person) =>
        shown.has(day)
          ? [
              {
                id: `holiday ${person.id} ${day}`,
                kind: 'holiday' as const,
                personId: person.id,
                of: code,
                day,
                ...wholeDay,
              },
            ]
          : [],
      ),
    ),
    ...plan.bands.flatMap((band) => {
      const pool = plan.pools.find(({ id }) => id === band.poolId);
      return cut(band.modality, band.practitionerId, band.overrideId ?? band.rosterId ?? '', band).map(
        (piece) => (pool ? { ...piece, pool: pool.name } : piece),
      );
    }),
    ...plan.absences.flatMap((absence) => cut('absence', absence.practitionerId, absence.id, absence)),
    ...plan.holds.flatMap((hold) =>
      cut('hold', hold.practitionerId, hold.id, hold).map((piece) => ({ ...piece, hold })),
    ),
    ...plan.bookings.flatMap((booking) =>
      cut('booking', booking.practitionerId, booking.id, booking).map((piece) => ({
        ...piece,
        booking,
        stray: isStray(plan, booking),
        beside: plan.bookings.some((other) => other.id !== booking.id && overlap(other, booking)),
      })),
    ),
  ];
}

const overlap = (a: CalendarBooking, b: CalendarBooking): boolean =>
  a.practitionerId === b.practitionerId && a.startAt < b.endAt && b.startAt < a.endAt;

/** Planned outside of all hours or within an absence, and not on purpose: somebody must act. */
export function isStray(plan: Plan, booking: CalendarBooking): boolean {
  if (booking.requestStatus !== 'planned' || booking.overbooked !== null) return false;
  const own = <T extends { practitionerId: string }>(list: readonly T[]) =>
    list.filter((one) => one.practitionerId === booking.practitionerId);
  const inHours = own(plan.bands).some(
    (band) => band.startAt <= booking.startAt && booking.endAt <= band.endAt,
  );
  const away = own(plan.absences).some(
    (absence) => absence.startAt < booking.endAt && booking.startAt < absence.endAt,
  );
  return away || !inHours;
}

const wholeDay = { from: '00:00', until: '24:00' };

/** A span as parts of calendar days, on the region's clock. */
export function cutByDay({ startAt, endAt }: Span): { day: string; from: string; until: string }[] {
  const [start, end] = [wallTimeOf(startAt), wallTimeOf(endAt)];
  const parts: { day: string; from: string; until: string }[] = [];
  for (let day = start.slice(0, 10); day <= end.slice(0, 10); day = addDays(day, 1)) {
    const from = day === start.slice(0, 10) ? start.slice(11, 16) : '00:00';
    const until = day === end.slice(0, 10) ? end.slice(11, 16) : '24:00';
    if (from < until) parts.push({ day, from, until });
  }
  return parts;
}

/** Full hours between which a calendar must reach, at least 8 to 17. */
export function hoursOf(pieces: readonly Piece[]): { first: number; last: number } {
  const timed = pieces.filter(({ kind }) => kind !== 'holiday' && kind !== 'absence');
  const hour = (time: string) => Number(time.slice(0, 2));
  const firsts = timed.map(({ from }) => hour(from));
  const lasts = timed.map(({ until }) => hour(until) + (until.endsWith('00') ? 0 : 1));
  return { first: Math.min(8, ...firsts), last: Math.max(17, ...lasts) };
}

/** Whether Saturday or Sunday holds anything that people are there for. */
export const worksOn = (pieces: readonly Piece[], day: string): boolean =>
  pieces.some((piece) => piece.day === day && piece.kind !== 'holiday' && piece.kind !== 'absence');

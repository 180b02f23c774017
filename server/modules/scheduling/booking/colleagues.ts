import type { Tx } from '../../../kernel/db.ts';
import { covers, overlaps } from '../../../kernel/interval.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { isPublicHoliday } from '../time/public-holidays.ts';
import type { Calendar } from '../time/roster.ts';
import { windowsIn } from '../time/windows.ts';
import type { OwnBooking } from './own-booking.ts';

export type Colleague = {
  id: string;
  name: string;
  /** Null = free. */
  obstacle: 'taken' | 'absent' | null;
  inRoster: boolean;
};

/** Everybody else of the booking's department, and what stands in the way of taking it over at its time. */
export async function colleaguesOf(tx: Tx, booking: OwnBooking['booking'], now: Date): Promise<Colleague[]> {
  const team = await bookablePractitioners(tx, { departmentId: booking.departmentId });
  const others = team.filter(({ id }) => id !== booking.practitionerId);
  const time = { start: booking.startAt.getTime(), end: booking.endAt.getTime() };
  const ids = others.map(({ id }) => id);
  const calendars = await loadCalendars(tx, ids, time, now);
  return others.map(({ id, name }) => {
    const calendar = calendars.get(id);
    return {
      id,
      name,
      obstacle: calendar ? obstacleOf(calendar, booking) : null,
      inRoster:
        calendar !== undefined &&
        windowsIn(calendar, time, isPublicHoliday).some(({ window }) => covers(window, time)),
    };
  });
}

function obstacleOf(calendar: Calendar, booking: OwnBooking['booking']): Colleague['obstacle'] {
  const time = { start: booking.startAt.getTime(), end: booking.endAt.getTime() };
  const blocked = { start: booking.blockedFrom.getTime(), end: booking.blockedUntil.getTime() };
  if (calendar.absences.some((absence) => overlaps(absence, time))) return 'absent';
  return calendar.blocked.some((taken) => overlaps(taken, blocked)) ? 'taken' : null;
}

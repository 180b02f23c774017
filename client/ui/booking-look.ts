/** How a booking stands at a moment, for its colour, sign and word. Pure. */
import {
  type Icon,
  IconCalendarCheck,
  IconCircleCheck,
  IconClockExclamation,
  IconUserOff,
  IconVideo,
} from '@tabler/icons-react';
import type { Attendance, CalendarBooking } from '../../server/modules/scheduling/booking-contract.ts';
import type { Tone } from './tone.ts';

export const looks = ['booked', 'running', 'late', 'fulfilled', 'missed'] as const;
export type Look = (typeof looks)[number];

/** From here on somebody who is not there counts as late, as the server counts it. */
const lateAfter = 5 * 60_000;

type Seen = Pick<CalendarBooking, 'state' | 'requestStatus' | 'startAt'> & {
  attendance: Pick<Attendance, 'requesterJoinedAt' | 'providerJoinedAt'>;
};

/** @param now ms since 1970 */
export function lookOf(booking: Seen, now: number): Look {
  const { state, requestStatus, attendance } = booking;
  if (state === 'no_show' || requestStatus === 'no_show') return 'missed';
  if (state === 'fulfilled' || requestStatus === 'consulted' || requestStatus === 'answered')
    return 'fulfilled';
  if (requestStatus === 'in_consultation') return 'running';
  const isSomebodyAway = attendance.requesterJoinedAt === null || attendance.providerJoinedAt === null;
  return isSomebodyAway && now >= Date.parse(booking.startAt) + lateAfter ? 'late' : 'booked';
}

export const lookTones: Record<Look, Tone> = {
  booked: 'action',
  running: 'neutral',
  late: 'attention',
  fulfilled: 'done',
  missed: 'neutral',
};
export const lookIcons: Record<Look, Icon> = {
  booked: IconCalendarCheck,
  running: IconVideo,
  late: IconClockExclamation,
  fulfilled: IconCircleCheck,
  missed: IconUserOff,
};

/** Key of the word: who is missing or did not come is said where it is known. */
export function lookKey(booking: Seen & { attendance: Attendance }, now: number): string {
  const look = lookOf(booking, now);
  const { requesterJoinedAt, providerJoinedAt, missedBy } = booking.attendance;
  if (look === 'missed') return missedBy === null ? 'missed' : `missed_${missedBy}`;
  if (look !== 'late') return look;
  if (requesterJoinedAt !== null) return 'late_provider';
  return providerJoinedAt === null ? 'late' : 'late_requester';
}

/** May it still be moved, handed over or cancelled? */
export const isOpen = (booking: Pick<CalendarBooking, 'state' | 'requestStatus'>): boolean =>
  booking.state === 'booked' && booking.requestStatus === 'planned';

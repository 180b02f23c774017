import {
  type Icon,
  IconAlarm,
  IconArrowsExchange,
  IconBellRinging,
  IconCalendarCheck,
  IconCalendarClock,
  IconCalendarOff,
  IconCalendarPlus,
  IconCalendarRepeat,
  IconCalendarShare,
  IconFileText,
  IconHourglassEmpty,
  IconHourglassHigh,
  IconUserOff,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Notification, NotificationKind } from '../../../server/modules/notifications/contract.ts';
import { paths } from '../../lib/paths.ts';
import type { Tone } from '../../ui/tone.ts';

type Look = {
  icon: Icon;
  tone: Tone;
  /** Shown at once wherever somebody works: what can change the next minutes or has a deadline. */
  toast?: true;
};

export const looks: Record<NotificationKind, Look> = {
  booking_made: { icon: IconCalendarPlus, tone: 'action' },
  booking_moved: { icon: IconCalendarClock, tone: 'attention', toast: true },
  booking_received: { icon: IconCalendarPlus, tone: 'attention', toast: true },
  booking_given: { icon: IconCalendarShare, tone: 'neutral', toast: true },
  booking_reassigned: { icon: IconCalendarShare, tone: 'neutral' },
  booking_cancelled: { icon: IconCalendarOff, tone: 'attention', toast: true },
  booking_missed: { icon: IconCalendarOff, tone: 'attention' },
  series_made: { icon: IconCalendarRepeat, tone: 'action' },
  waiting_offered: { icon: IconHourglassHigh, tone: 'action', toast: true },
  waiting_expired: { icon: IconHourglassEmpty, tone: 'neutral' },
  waiting_revoked: { icon: IconHourglassEmpty, tone: 'attention', toast: true },
  report_finalised: { icon: IconFileText, tone: 'done' },
  helper_invited: { icon: IconUserPlus, tone: 'attention', toast: true },
  remind_day: { icon: IconCalendarCheck, tone: 'action' },
  remind_minutes: { icon: IconAlarm, tone: 'attention', toast: true },
  on_call_gap: { icon: IconUserOff, tone: 'attention', toast: true },
  urgent_alarmed: { icon: IconBellRinging, tone: 'danger', toast: true },
  swap_offered: { icon: IconArrowsExchange, tone: 'action', toast: true },
  swap_accepted: { icon: IconArrowsExchange, tone: 'done', toast: true },
  swap_declined: { icon: IconArrowsExchange, tone: 'attention', toast: true },
  swap_withdrawn: { icon: IconArrowsExchange, tone: 'neutral', toast: true },
  swap_done: { icon: IconArrowsExchange, tone: 'neutral' },
};

/** Where what concerns duty leads: coordinators to the roster and the board, specialists to their shifts. */
const dutyPlaces: Partial<Record<NotificationKind, string>> = {
  on_call_gap: paths.roster,
  swap_done: paths.roster,
  urgent_alarmed: paths.board,
  swap_offered: paths.queue,
  swap_accepted: paths.queue,
  swap_declined: paths.queue,
  swap_withdrawn: paths.queue,
};

/** Where a notice leads: the practice to its consult, the department to the booking. Null when it is not theirs any more. */
export function placeOf({ kind, request, bookingId, side }: Notification): string | null {
  const duty = dutyPlaces[kind];
  if (duty) return duty;
  if (!request) return null;
  if (kind === 'helper_invited') return paths.room(request.id);
  return side === 'provider' && bookingId ? paths.booking(bookingId) : paths.consult(request.id);
}

/** What can be done about it right now. */
export function deedOf(notice: Notification): { label: 'enterRoom' | 'seeOffer'; to: string } | null {
  if (!notice.open || !notice.request) return null;
  if (notice.kind === 'remind_minutes' || notice.kind === 'helper_invited')
    return { label: 'enterRoom', to: paths.room(notice.request.id) };
  if (notice.kind === 'waiting_offered') return { label: 'seeOffer', to: paths.consult(notice.request.id) };
  return null;
}

/** What a person is told, what of it the person wants, and the person's private calendar. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, idPattern } from '../../kernel/wire.ts';

export const NotificationKind = z.enum([
  'booking_made',
  'booking_moved',
  /** To the one who has it now. */
  'booking_received',
  /** To the one who had it. */
  'booking_given',
  /** To the practice: another physician. */
  'booking_reassigned',
  'booking_cancelled',
  'booking_missed',
  'series_made',
  'waiting_offered',
  'waiting_expired',
  'waiting_revoked',
  'report_finalised',
  /** To a second specialist: asked into a booked consultation. */
  'helper_invited',
  'remind_day',
  'remind_minutes',
  /** To coordinators: nobody is on call at a time to come; told days ahead and again two hours before. */
  'on_call_gap',
  /** To coordinators: an urgent request finds nobody. */
  'urgent_alarmed',
  'swap_offered',
  'swap_accepted',
  'swap_declined',
  'swap_withdrawn',
  /** To coordinators: a shift has changed hands. */
  'swap_done',
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

export const Notification = z.object({
  id: Id,
  kind: NotificationKind,
  at: Instant,
  readAt: Instant.nullable(),
  /** Side on which the reader stands; null when the consult is not the reader's any more. */
  side: z.enum(['requester', 'provider']).nullable(),
  request: z
    .object({
      id: Id,
      number: z.int(),
      department: z.string(),
      hospital: z.string(),
      requester: z.string(),
    })
    .nullable(),
  bookingId: Id.nullable(),
  /** Who has the time now. */
  practitioner: z.string().nullable(),
  startAt: Instant.nullable(),
  fromStartAt: Instant.nullable(),
  /** Deadline of an offer. */
  expiresAt: Instant.nullable(),
  reason: z.string().nullable(),
  /** A gap's end. */
  endAt: Instant.nullable(),
  /** A swap of shifts, as it stands now; null when the shift was deleted. */
  swap: z
    .object({
      from: z.string(),
      to: z.string(),
      startAt: Instant,
      endAt: Instant,
      inReturnAt: Instant.nullable(),
    })
    .nullable(),
  count: z.int().nullable(),
  /** A reminder of a booking that stands, an offer that may be accepted, an alarm nobody has answered. */
  open: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const listNotifications = endpoint({
  method: 'get',
  path: '/api/notifications',
  summary: 'What one was told, newest first; kept for 90 days',
  query: z.object({
    cursor: z
      .string()
      .regex(new RegExp(`^\\d{1,15}_${idPattern}$`))
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    items: z.array(Notification),
    unread: z.int(),
    /** For the next page; null at the end. */
    next: z.string().nullable(),
  }),
});

export const readNotifications = endpoint({
  method: 'post',
  path: '/api/notifications/read',
  summary: 'Mark as read: the named ones, or everything up to an instant',
  body: z.object({ ids: z.array(Id).max(100).optional(), until: Instant.optional() }),
  reply: z.object({ unread: z.int() }),
  status: 200,
});

const both = z.object({ inApp: z.boolean(), email: z.boolean() });

/** By subject: at once on the screens, by e-mail. Calendar invitations are the e-mails of `bookings`. */
export const Wishes = z.object({
  bookings: both,
  waiting: both,
  reports: both,
  reminders: both,
  onCall: both,
  /** 24 hours before. */
  remindDay: z.boolean(),
  /** 10 minutes before. */
  remindMinutes: z.boolean(),
});
export type Wishes = z.infer<typeof Wishes>;
/** Subjects that can be chosen one by one. */
export type Subject = 'bookings' | 'waiting' | 'reports' | 'reminders' | 'onCall';

export const getNotificationSettings = endpoint({
  method: 'get',
  path: '/api/notifications/settings',
  summary: 'What one wants to be told, and whether e-mails are set up at all',
  reply: z.object({
    wishes: Wishes,
    /** Where e-mails go; null when the network sends none. */
    email: z.string().nullable(),
    calendar: z.object({ createdAt: Instant, fetchedAt: Instant.nullable() }).nullable(),
  }),
});

export const saveNotificationSettings = endpoint({
  method: 'put',
  path: '/api/notifications/settings',
  summary: 'Choose what one wants to be told',
  body: z.object({ wishes: Wishes }),
  reply: z.object({ wishes: Wishes }),
});

export const makeCalendarFeed = endpoint({
  method: 'post',
  path: '/api/notifications/calendar',
  summary: 'A new secret address of the private calendar, shown this once; a former one ends',
  reply: z.object({ url: z.string(), createdAt: Instant }),
});

export const revokeCalendarFeed = endpoint({
  method: 'delete',
  path: '/api/notifications/calendar',
  summary: 'End the private calendar; nothing happens when there is none',
  reply: z.object({}),
});

export const calendarFeed = endpoint({
  method: 'get',
  path: '/api/calendar.ics',
  summary:
    'The private calendar as iCalendar: own bookings of the last 30 days and all to come, no patients. With ETag and ' +
    'Last-Modified; an unknown or ended `token` is answered 404',
  open: true,
  query: z.object({ token: z.string() }),
  reply: z.string(),
  produces: 'text/calendar',
  errors: ['calendar_not_found'],
});

/** One was told something new. */
export const notificationsChanged = fact({ name: 'notifications:changed', data: z.object({}) });

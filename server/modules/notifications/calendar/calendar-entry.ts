import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Config } from '../../../kernel/config.ts';
import { hostOf, linksOf } from '../address.ts';

/** One booking as a calendar shows it. Instants are written in UTC, so that no zone's rules can be wrong. */
export type CalendarEvent = {
  bookingId: string;
  requestId: string;
  sequence: number;
  start: Date;
  end: Date;
  title: string;
  description: string;
};

type Person = { name: string; address: string };
type Addresses = Pick<Config, 'publicUrl' | 'port'>;

/** One invitation or its withdrawal to one person (RFC 5546): the UID is the booking's for good. */
export function calendarEntry(
  config: Addresses,
  given: {
    method: 'REQUEST' | 'CANCEL';
    organizer: Person;
    attendee: Person;
    stamp: Date;
    event: CalendarEvent;
  },
): string {
  const calendar = emptyCalendar();
  calendar.method(ICalCalendarMethod[given.method]);
  const event = addEvent(config, calendar, given.event, given.stamp);
  event.status(given.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  event.organizer({ name: given.organizer.name, email: given.organizer.address });
  event.createAttendee({
    name: given.attendee.name,
    email: given.attendee.address,
    role: ICalAttendeeRole.REQ,
    // Nobody reads answers: times are moved and cancelled in the application.
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return calendar.toString();
}

export const emptyCalendar = (): ICalCalendar =>
  ical({ prodId: { company: 'TelKonNet', product: 'Termine', language: 'DE' } });

/** @param stamp when this version of it was made */
export function addEvent(config: Addresses, calendar: ICalCalendar, event: CalendarEvent, stamp: Date) {
  const room = linksOf(config).room(event.requestId);
  return calendar.createEvent({
    id: `${event.bookingId}@${hostOf(config)}`,
    sequence: event.sequence,
    start: event.start,
    end: event.end,
    stamp,
    summary: event.title,
    description: `${event.description}\n\n${room}`,
    location: room,
    url: room,
    status: ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  });
}

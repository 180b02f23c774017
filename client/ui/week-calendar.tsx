import { type ScheduleEventData, WeekView } from '@mantine/schedule';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../lib/i18n.ts';
import { instantOf, wallTimeOf } from '../lib/zone.ts';
import type { Tone } from './tone.ts';
import classes from './week-calendar.module.css';
import { WeekHeader } from './week-header.tsx';

export type CalendarEvent = {
  id: string;
  title: string;
  /** Instants, half-open. */
  from: string;
  to: string;
  tone: Tone;
  /** A band lies behind the events: availability, absence, holiday. */
  band?: boolean;
  movable?: boolean;
};

const colors: Record<Tone, string> = {
  neutral: 'gray',
  action: 'blue',
  danger: 'red',
  attention: 'yellow',
  done: 'green',
};

/**
 * A week on the region's clock: press a free time, press or drag an event. All instants in and out are UTC ISO;
 * `weekOf` is any calendar day of the week (`YYYY-MM-DD`). `actions` stand at the right of the week's name.
 */
export function WeekCalendar(props: {
  weekOf: string;
  onWeekChange: (day: string) => void;
  events: readonly CalendarEvent[];
  actions?: ReactNode;
  /** Wall clock, `HH:MM`. */
  dayStart?: string;
  dayEnd?: string;
  stepMinutes?: 15 | 20 | 30 | 60;
  weekend?: boolean;
  onSlot?: (from: string, to: string) => void;
  onEvent?: (id: string) => void;
  onMove?: (id: string, from: string, to: string) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale() === 'en' ? 'en-gb' : 'de';
  const { onSlot, onEvent, onMove } = props;
  const movable = new Set(props.events.filter((event) => event.movable).map((event) => event.id));
  return (
    <div className={classes.calendar}>
      <WeekHeader day={props.weekOf} onChange={props.onWeekChange}>
        {props.actions}
      </WeekHeader>
      <div className={classes.frame}>
        <WeekView
          className={classes.week}
          date={props.weekOf}
          withHeader={false}
          events={props.events.map(toSchedule)}
          startTime={`${props.dayStart ?? '07:00'}:00`}
          endTime={`${props.dayEnd ?? '19:00'}:00`}
          intervalMinutes={props.stepMinutes ?? 30}
          withWeekendDays={props.weekend ?? false}
          withAllDaySlots={false}
          withWeekNumber={false}
          highlightToday
          getCurrentTime={() => wallTimeOf(new Date().toISOString())}
          locale={locale}
          slotHeight={76}
          weekdayFormat="dd"
          labels={{
            weekday: t('ui.calendar.weekday'),
            timeSlot: t('ui.calendar.slot'),
            noEvents: t('ui.calendar.none'),
          }}
          mode={onSlot || onEvent || onMove ? 'default' : 'static'}
          withEventsDragAndDrop={onMove !== undefined}
          canDragEvent={(event) => movable.has(String(event.id))}
          {...(onSlot && {
            onTimeSlotClick: ({ slotStart, slotEnd }) => onSlot(instantOf(slotStart), instantOf(slotEnd)),
          })}
          {...(onEvent && { onEventClick: (event) => onEvent(String(event.id)) })}
          {...(onMove && {
            onEventDrop: ({ eventId, newStart, newEnd }) =>
              onMove(String(eventId), instantOf(newStart), instantOf(newEnd)),
          })}
        />
      </div>
    </div>
  );
}

function toSchedule(event: CalendarEvent): ScheduleEventData {
  return {
    id: event.id,
    title: event.title,
    start: wallTimeOf(event.from),
    end: wallTimeOf(event.to),
    color: colors[event.tone],
    variant: 'light',
    display: event.band ? 'background' : 'default',
  };
}

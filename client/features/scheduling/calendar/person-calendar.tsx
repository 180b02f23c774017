import { type ScheduleEventData, WeekView } from '@mantine/schedule';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n.ts';
import { wallTimeOf } from '../../../lib/zone.ts';
import { canDrag, clockOfHour, eventsOf, pieceOf } from './calendar-events.ts';
import classes from './person-calendar.module.css';
import { PieceBody } from './piece-body.tsx';
import { hoursOf, type Piece } from './plan-pieces.ts';
import type { CalendarProps } from './team-calendar.tsx';
import { usePieceTitle } from './use-piece-title.ts';

/** One person's week with the hours running down: room for names and times. */
export function PersonCalendar(props: CalendarProps) {
  const { t } = useTranslation();
  const locale = useLocale() === 'en' ? 'en-gb' : 'de';
  const titleOf = usePieceTitle(props.plan);
  const [person] = props.people;
  const own = useMemo(
    () => props.pieces.filter(({ personId }) => personId === person?.id),
    [props.pieces, person?.id],
  );
  const events = useMemo(() => eventsOf(own, titleOf), [own, titleOf]);
  const { first, last } = hoursOf(own);
  if (!person) return null;
  const mayChange = props.plan.mayChange.includes(person.id);
  const press = (start: string, end: string, dragged: boolean) => {
    if (mayChange) props.onPress({ personId: person.id, start, end, dragged });
  };
  const open = (piece: Piece | null) => piece && props.onPiece(piece);
  return (
    <WeekView
      className={classes.calendar}
      date={props.days[0] ?? ''}
      events={events}
      locale={locale}
      startTime={clockOfHour(first)}
      endTime={clockOfHour(last)}
      intervalMinutes={30}
      slotHeight={88}
      withHeader={false}
      withAllDaySlots={false}
      withWeekNumber={false}
      withWeekendDays={props.days.length === 7}
      weekdayFormat="dd"
      highlightToday
      withCurrentTimeBubble={false}
      getCurrentTime={() => wallTimeOf(new Date().toISOString())}
      withDragSlotSelect
      labels={{
        timeSlot: t('scheduling.slot'),
        weekday: t('ui.calendar.weekday'),
        more: t('scheduling.more'),
      }}
      renderEventBody={(event) => <PieceBody title={event.title} piece={pieceOf(event)} />}
      onEventClick={(event: ScheduleEventData) => open(pieceOf(event))}
      onTimeSlotClick={({ slotStart, slotEnd }) => press(slotStart, slotEnd, false)}
      onSlotDragEnd={(start, end) => press(start, end, true)}
      withEventsDragAndDrop
      eventDragInterval={5}
      canDragEvent={(event) => canDrag(props.plan, pieceOf(event))}
      onEventDrop={({ event, newStart }) => props.onDrop(pieceOf(event), newStart, person.id)}
      scrollAreaProps={{ mah: 'none' }}
    />
  );
}

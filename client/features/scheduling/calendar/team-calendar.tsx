import { useMediaQuery } from '@mantine/hooks';
import { ResourcesDayView, ResourcesWeekView, type ScheduleEventData } from '@mantine/schedule';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../lib/i18n.ts';
import { wallTimeOf } from '../../../lib/zone.ts';
import { Initials } from '../../../ui/initials.tsx';
import type { Pressed } from '../plan-target.ts';
import { canDrag, clockOfHour, eventsOf, pieceOf } from './calendar-events.ts';
import { PieceBody } from './piece-body.tsx';
import { hoursOf, type Piece, type Plan } from './plan-pieces.ts';
import classes from './team-calendar.module.css';
import { usePieceTitle } from './use-piece-title.ts';

export type CalendarProps = {
  plan: Plan;
  pieces: readonly Piece[];
  people: Plan['people'];
  days: readonly string[];
  onPress: (pressed: Pressed) => void;
  onPiece: (piece: Piece) => void;
  /** A booking was let go elsewhere; `newStart` is wall-clock time `YYYY-MM-DD HH:mm:ss`. */
  onDrop: (piece: Piece | null, newStart: string, personId: string) => void;
};

/** People under one another, days side by side: the week at one glance, or one day in detail. */
export function TeamCalendar(props: CalendarProps & { view: 'week' | 'day' }) {
  const { t } = useTranslation();
  const locale = useLocale() === 'en' ? 'en-gb' : 'de';
  const titleOf = usePieceTitle(props.plan);
  const events = useMemo(() => eventsOf(props.pieces, titleOf), [props.pieces, titleOf]);
  const { first, last } = hoursOf(props.pieces);
  const mayChange = new Set(props.plan.mayChange);
  const resources = props.people.map(({ id, name }) => ({ id, label: name }));
  const press = (resourceId: string | number | undefined, start: string, end: string, dragged: boolean) => {
    const personId = String(resourceId);
    if (mayChange.has(personId)) props.onPress({ personId, start, end, dragged });
  };
  const open = (piece: Piece | null) => piece && props.onPiece(piece);
  const isWeek = props.view === 'week';
  const perHour = 2;
  const slots = (last - first) * perHour * (isWeek ? props.days.length : 1);
  const coarse = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false });
  const common = {
    resources,
    events,
    locale,
    date: props.days[0] ?? '',
    startTime: clockOfHour(first),
    endTime: clockOfHour(last),
    intervalMinutes: 60 / perHour,
    withHeader: false,
    // A finger scrolls; who taps gets the same form.
    withDragSlotSelect: !coarse,
    withCurrentTimeBubble: false,
    getCurrentTime: () => wallTimeOf(new Date().toISOString()),
    minEventSize: isWeek ? 8 : 30,
    maxEventsPerTimeSlot: 3,
    rowHeight: isWeek ? 84 : 96,
    slotWidth: `max(${isWeek ? 6 : 80}px, calc((100cqw - var(--label) - 2px) / ${slots}))`,
    slotLabelFormat: (slot: string) => hourLabel(slot, isWeek, last),
    labels: {
      resources: t('scheduling.person'),
      resource: t('scheduling.person'),
      resourceSlot: t('scheduling.slot'),
      more: t('scheduling.more'),
    },
    renderResourceLabel: (resource: { label: React.ReactNode }) => (
      <PersonLabel name={String(resource.label)} />
    ),
    renderEventBody: (event: ScheduleEventData) => <PieceBody title={event.title} piece={pieceOf(event)} />,
    onEventClick: (event: ScheduleEventData) => open(pieceOf(event)),
    onTimeSlotClick: (slot: { slotStart: string; slotEnd: string; resourceId?: string | number }) =>
      press(slot.resourceId, slot.slotStart, slot.slotEnd, false),
    onSlotDragEnd: (range: { rangeStart: string; rangeEnd: string; resourceId?: string | number }) =>
      press(range.resourceId, range.rangeStart, range.rangeEnd, true),
    withEventsDragAndDrop: !coarse,
    // In the week an hour is a finger wide: what is let go means the free time near by.
    eventDragInterval: isWeek ? 15 : 5,
    canDragEvent: (event: ScheduleEventData) => canDrag(props.plan, pieceOf(event)),
    onEventDrop: (dropped: { event: ScheduleEventData; newStart: string; resourceId?: string | number }) =>
      props.onDrop(pieceOf(dropped.event), dropped.newStart, String(dropped.resourceId)),
  };
  return (
    <div className={classes.frame} data-view={props.view}>
      {isWeek ? (
        <ResourcesWeekView
          {...common}
          className={classes.week}
          classNames={weekParts}
          withWeekendDays={props.days.length === 7}
          weekdayFormat={locale === 'de' ? 'dd D.M.' : 'dd D MMM'}
          highlightToday
        />
      ) : (
        <ResourcesDayView
          {...common}
          startScrollTime={clockOfHour(firstBandHour(props.pieces, props.days[0]))}
          className={classes.day}
          classNames={dayParts}
        />
      )}
    </div>
  );
}

const weekParts = {
  resourcesWeekViewRoot: classes.root,
  resourcesWeekViewRowSlot: classes.slot,
  resourcesWeekViewTimeLabel: classes.hour,
  resourcesWeekViewBackgroundEvent: classes.behind,
  resourcesWeekViewDragPreview: classes.preview,
};
const dayParts = {
  resourcesDayViewRoot: classes.root,
  resourcesDayViewRowSlot: classes.slot,
  resourcesDayViewTimeLabel: classes.hour,
  resourcesDayViewBackgroundEvent: classes.behind,
  resourcesDayViewDragPreview: classes.preview,
};

/** In the week only every fourth hour has room for its number. */
const hourLabel = (slot: string, isWeek: boolean, last: number): string => {
  const [hour = '', minute] = slot.slice(-8).split(':');
  if (minute !== '00' || (isWeek && (Number(hour) % 4 !== 0 || Number(hour) > last - 3))) return '';
  return isWeek ? String(Number(hour)) : `${hour}:00`;
};

/** A day opens where its hours or bookings begin. */
const firstBandHour = (pieces: readonly Piece[], day: string | undefined): number => {
  const hours = pieces
    .filter((piece) => piece.day === day && (piece.kind === 'video' || piece.kind === 'booking'))
    .map(({ from }) => Number(from.slice(0, 2)));
  return Math.min(23, ...(hours.length > 0 ? hours : [8]));
};

function PersonLabel(props: { name: string }) {
  return (
    <span className={classes.person}>
      <Initials name={props.name} size={36} />
      <span>{props.name}</span>
    </span>
  );
}

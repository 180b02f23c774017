import { ActionIcon, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCalendarTime,
  IconEye,
  IconFileText,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CalendarBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import type { DayItem } from '../../../server/modules/triage/queue-contract.ts';
import { ageOn, useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { BookingBadges } from '../../ui/booking-badges.tsx';
import { isOpen, lookOf } from '../../ui/booking-look.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './own-day.module.css';
import { statusTones } from './status-tones.ts';
import { UrgencyBadge } from './urgency-badge.tsx';

/** One consultation of the day. `open`: the next one, with its question and the way into the room. */
export function DayCard(props: {
  item: DayItem;
  booking?: CalendarBooking | undefined;
  open?: boolean;
  onOpen: (requestId: string) => void;
}) {
  const { t } = useTranslation();
  const { item, booking, open = false } = props;
  const now = useNow();
  const age = ageOn(item.patient.birthDate, dayOf(new Date(now).toISOString()));
  const name = `${item.patient.givenName} ${item.patient.familyName}`;
  const past = item.roomFrom === null;
  const isMissed = booking !== undefined && lookOf(booking, now) === 'missed';
  return (
    <article className={classes.card} data-open={open || undefined}>
      <div className={classes.head}>
        <div>
          <p className={classes.name}>{t('triage.day.patient', { name, age })}</p>
          <p className={classes.place}>{item.requester.organisation}</p>
        </div>
        <div className={classes.marks}>
          {!isMissed && <Mark item={item} />}
          {booking && !open && !isMissed && (
            <ActionIcon
              component={Link}
              to={paths.booking(booking.id)}
              variant="subtle"
              aria-label={t('triage.day.bookingOf', { name })}
            >
              <IconCalendarTime size={22} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </div>
      {booking && (
        <div className={classes.marks}>
          <BookingBadges booking={booking} quiet />
        </div>
      )}
      {open && (
        <>
          <p className={classes.question}>{item.question}</p>
          {item.diagnoses.length > 0 && (
            <Text>{item.diagnoses.map(({ code, title }) => `${code} ${title}`).join('; ')}</Text>
          )}
          {item.patient.allergies && (
            <p className={classes.allergies}>
              <IconAlertTriangle size={20} aria-hidden />
              {t('triage.day.allergies', { what: item.patient.allergies })}
            </p>
          )}
        </>
      )}
      {(open || item.reportOwed || isMissed) && (
        <Group gap="sm" mt="sm">
          {item.reportOwed ? (
            <Button
              component={Link}
              to={paths.consult(item.requestId)}
              leftSection={<IconFileText size={22} aria-hidden />}
            >
              {t('triage.day.writeReport')}
            </Button>
          ) : (
            open && !past && <Enter item={item} now={now} />
          )}
          {open && item.kind === 'urgent' ? (
            <Button
              variant="default"
              leftSection={<IconEye size={22} aria-hidden />}
              onClick={() => props.onOpen(item.requestId)}
            >
              {t('triage.queue.look')}
            </Button>
          ) : (
            open && (
              <Button
                component={Link}
                to={paths.consult(item.requestId)}
                variant="default"
                leftSection={<IconEye size={22} aria-hidden />}
              >
                {t('triage.queue.look')}
              </Button>
            )
          )}
          {(open || isMissed) && booking && <OfBooking booking={booking} name={name} />}
        </Group>
      )}
    </article>
  );
}

/** The booking on its own page, and the way to give it to somebody else. */
function OfBooking(props: { booking: CalendarBooking; name: string }) {
  const { t } = useTranslation();
  const { booking, name } = props;
  return (
    <>
      <Button
        component={Link}
        to={paths.booking(booking.id)}
        variant="default"
        aria-label={t('triage.day.bookingOf', { name })}
        leftSection={<IconCalendarTime size={22} aria-hidden />}
      >
        {t('triage.day.booking')}
      </Button>
      {isOpen(booking) && (
        <Button
          component={Link}
          to={paths.handOver(booking.id)}
          variant="default"
          aria-label={t('triage.day.handOverOf', { name })}
          leftSection={<IconArrowsExchange size={22} aria-hidden />}
        >
          {t('triage.day.handOver')}
        </Button>
      )}
    </>
  );
}

function Enter({ item, now }: { item: DayItem; now: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const from = item.roomFrom ?? item.startAt;
  // Who has taken an urgent request enters at once, whatever the two clocks say.
  const isOpen = item.kind === 'urgent' || Date.parse(from) <= now;
  if (!isOpen) {
    return (
      <Button disabled leftSection={<IconVideo size={22} aria-hidden />}>
        {t('triage.day.enterFrom', { time: formats.time(from) })}
      </Button>
    );
  }
  return (
    <Button
      component={Link}
      to={paths.room(item.requestId)}
      leftSection={<IconVideo size={22} aria-hidden />}
    >
      {t('triage.day.enter')}
    </Button>
  );
}

function Mark({ item }: { item: DayItem }) {
  const { t } = useTranslation();
  if (item.kind === 'urgent' && item.urgency !== 'routine' && item.status === 'accepted') {
    return <UrgencyBadge urgency={item.urgency} />;
  }
  if (item.status === 'planned') return <Time at={item.startAt} show="distance" />;
  return (
    <StatusBadge tone={statusTones[item.status] ?? 'neutral'}>
      {t([`triage.status.${item.status}`, 'triage.status.open'])}
    </StatusBadge>
  );
}

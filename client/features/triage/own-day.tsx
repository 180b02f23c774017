import { IconCalendarOff } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import type { DayItem } from '../../../server/modules/triage/queue-contract.ts';
import { useNow } from '../../lib/use-now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { DayCard } from './day-card.tsx';
import classes from './own-day.module.css';

const ended = ['answered', 'no_show', 'cancelled', 'withdrawn'];

/** The day as a line with now marked; what comes next lies open. Reports still owed stand first. */
export function OwnDay(props: {
  items: readonly DayItem[];
  bookings: readonly CalendarBooking[];
  onOpen: (requestId: string) => void;
}) {
  const { t } = useTranslation();
  const now = useNow();
  const owed = props.items.filter(({ reportOwed }) => reportOwed);
  const line = props.items.filter(({ reportOwed }) => !reportOwed);
  const next =
    line.find(({ status }) => status === 'in_consultation' || status === 'accepted') ??
    line.find((item) => !ended.includes(item.status) && Date.parse(item.endAt ?? item.startAt) > now);
  const bookingOf = ({ requestId }: DayItem) => props.bookings.find((one) => one.requestId === requestId);
  const passed = line.filter(({ startAt }) => Date.parse(startAt) <= now).length;
  return (
    <div className={classes.day}>
      {owed.length > 0 && (
        <Panel title={t('triage.day.owed', { count: owed.length })}>
          <div className={classes.owed}>
            {owed.map((item) => (
              <DayCard key={item.requestId} item={item} booking={bookingOf(item)} onOpen={props.onOpen} />
            ))}
          </div>
        </Panel>
      )}
      <Panel title={t('triage.day.title')}>
        {line.length === 0 ? (
          <EmptyState icon={IconCalendarOff} title={t('triage.day.empty')} hint={t('triage.day.emptyHint')} />
        ) : (
          <ol className={classes.line}>
            {line.map((item, at) => (
              <Fragment key={item.requestId}>
                {at === passed && <Now />}
                <li className={classes.entry} data-over={ended.includes(item.status) || undefined}>
                  <span className={classes.time}>
                    <Time at={item.startAt} show="time" strong />
                  </span>
                  <DayCard item={item} booking={bookingOf(item)} open={item === next} onOpen={props.onOpen} />
                </li>
              </Fragment>
            ))}
            {passed === line.length && <Now />}
          </ol>
        )}
      </Panel>
    </div>
  );
}

function Now() {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <li className={classes.now}>
      <span>{t('triage.day.now')}</span> <Time at={new Date(now).toISOString()} show="time" />
    </li>
  );
}

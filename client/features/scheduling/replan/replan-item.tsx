import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { BookingDeeds } from '../booking/booking-deeds.tsx';
import { BookingLoaded } from '../booking/booking-loaded.tsx';
import { useWhen } from '../booking/use-when.ts';
import type { Deed } from '../plan-target.ts';
import type { Outcome } from './outcomes.ts';
import classes from './replan.module.css';

/** One hit booking: closed a line, opened with all that can be done; settled it says what became of it. */
export function ReplanItem(props: {
  booking: CalendarBooking;
  outcome: Outcome | null;
  opened: boolean;
  onOpen: () => void;
  onSettled: (outcome: Outcome) => void;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  const { booking, outcome, opened } = props;
  const head = (
    <>
      <span className={classes.words}>
        <strong>{when(booking.startAt)}</strong>
        <span>{t('scheduling.booking.place', booking.requester)}</span>
      </span>
      {outcome === null ? (
        <IconChevronDown size={20} aria-hidden style={opened ? { rotate: '180deg' } : {}} />
      ) : (
        <StatusBadge
          tone={outcome === 'left' ? 'attention' : 'done'}
          {...(outcome === 'left' ? { icon: IconFlag } : {})}
        >
          {t(`scheduling.replan.outcome.${outcome}`)}
        </StatusBadge>
      )}
    </>
  );
  return (
    <section className={classes.item} data-settled={outcome !== null || undefined}>
      {outcome === null ? (
        <UnstyledButton className={classes.head} aria-expanded={opened} onClick={props.onOpen}>
          {head}
        </UnstyledButton>
      ) : (
        <div className={classes.head}>{head}</div>
      )}
      {outcome === null && opened && <Choices booking={booking} onSettled={props.onSettled} />}
    </section>
  );
}

function Choices(props: { booking: CalendarBooking; onSettled: (outcome: Outcome) => void }) {
  const { t } = useTranslation();
  const { id } = props.booking;
  const [deed, setDeed] = useState<Deed>('see');
  return (
    <div className={classes.body}>
      <BookingLoaded id={id} rows={2}>
        {(found) =>
          found.booking.state === 'booked' ? (
            <BookingDeeds
              found={found}
              deed={deed}
              onDeed={setDeed}
              onDone={() => deed !== 'see' && deed !== 'attendance' && props.onSettled(deed)}
            />
          ) : (
            <Group justify="space-between">
              <Text>{t(`scheduling.bookingState.${found.booking.state}`)}</Text>
              <Button variant="default" onClick={() => props.onSettled('left')}>
                {t('scheduling.replan.on')}
              </Button>
            </Group>
          )
        }
      </BookingLoaded>
      {deed === 'see' && (
        <Button
          variant="subtle"
          mt="sm"
          leftSection={<IconFlag size={20} aria-hidden />}
          onClick={() => props.onSettled('left')}
        >
          {t('scheduling.replan.leave')}
        </Button>
      )}
    </div>
  );
}

import { Button, Stack } from '@mantine/core';
import {
  type Icon,
  IconArrowsExchange,
  IconCalendarTime,
  IconCalendarX,
  IconUserCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { CalendarBooking, viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { paths } from '../../../lib/paths.ts';
import { useLoad } from '../../../lib/query.ts';
import { dayOf } from '../../../lib/zone.ts';
import { isStray } from '../calendar/plan-pieces.ts';
import { weekOf } from '../calendar/plan-week.ts';
import type { Deed, DroppedAt } from '../plan-target.ts';
import { AttendanceForm } from './attendance-form.tsx';
import classes from './booking-deeds.module.css';
import { CancelForm } from './cancel-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { MoveForm } from './move-form.tsx';
import { presentOf } from './stale-changes.ts';
import { StaleNote } from './stale-note.tsx';
import type { Subject } from './subject.ts';
import { useIsProvider } from './use-is-provider.ts';

type Viewed = Reply<typeof viewBooking>;

const deeds: readonly { deed: Exclude<Deed, 'see'>; may: keyof Viewed['may']; icon: Icon }[] = [
  { deed: 'move', may: 'move', icon: IconCalendarTime },
  { deed: 'handOver', may: 'handOver', icon: IconArrowsExchange },
  { deed: 'cancel', may: 'cancel', icon: IconCalendarX },
  { deed: 'attendance', may: 'correct', icon: IconUserCheck },
];

/** What the signed-in person may do with a booking: the buttons, or the one form that is open. */
export function BookingDeeds(props: {
  found: Viewed;
  deed: Deed;
  dropped?: DroppedAt | undefined;
  onDeed: (deed: Deed) => void;
  /** Something was done. */
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { found, deed } = props;
  const isProvider = useIsProvider();
  const booking = presentOf(found.booking);
  if (deed !== 'see' && !booking) {
    const { id, sequence } = found.booking;
    return <StaleNote bookingId={id} sequence={sequence - 1} onBack={() => props.onDeed('see')} />;
  }
  if (deed !== 'see' && booking) {
    return (
      <OpenForm
        key={`${deed} ${booking.id}`}
        {...props}
        deed={deed}
        booking={booking}
        onBack={() => props.onDeed('see')}
      />
    );
  }
  const allowed = deeds.filter(({ may }) => found.may[may]);
  return (
    <div className={classes.deeds}>
      {allowed.map(({ deed: one, icon: Sign }) => {
        // The practice reserves the new time while it thinks, on a page of its own.
        if (one === 'move' && !isProvider) {
          return (
            <Button
              key={one}
              component={Link}
              to={paths.moveBooking(found.booking.id)}
              variant="default"
              leftSection={<Sign size={20} aria-hidden />}
            >
              {t('scheduling.deed.move')}
            </Button>
          );
        }
        return (
          <Button
            key={one}
            variant="default"
            leftSection={<Sign size={20} aria-hidden />}
            onClick={() => props.onDeed(one)}
          >
            {t(`scheduling.deed.${one}`)}
          </Button>
        );
      })}
    </div>
  );
}

function OpenForm(props: {
  found: Viewed;
  booking: CalendarBooking;
  deed: Exclude<Deed, 'see'>;
  dropped?: DroppedAt | undefined;
  onBack: () => void;
  onDone: () => void;
}) {
  const { found, deed, onBack, onDone } = props;
  const isProvider = useIsProvider();
  // What others change in the meantime is shown, never taken over silently.
  const [booking] = useState(props.booking);
  const plan = useLoad(getPlan, weekOf(dayOf(booking.startAt)), { enabled: isProvider });
  const subject: Subject = {
    booking,
    practitionerName: found.booking.practitionerName,
    departmentId: found.booking.department.id,
    side: isProvider ? 'provider' : 'requester',
    mayOverbook: found.may.overbook,
    mayUndo: !plan.data || !isStray(plan.data, booking),
  };
  if (props.booking.sequence > booking.sequence) {
    return <StaleNote bookingId={booking.id} sequence={booking.sequence} onBack={onBack} />;
  }
  const following = found.series.filter(
    (one) => one.state === 'booked' && one.startAt > booking.startAt,
  ).length;
  return (
    <Stack gap="md">
      {deed === 'move' && plan.data && (
        <MoveForm
          subject={subject}
          people={plan.data.people}
          pools={plan.data.pools}
          dropped={props.dropped}
          onBack={onBack}
          onDone={onDone}
        />
      )}
      {deed === 'handOver' && <HandOverForm subject={subject} onBack={onBack} onDone={onDone} />}
      {deed === 'cancel' && (
        <CancelForm subject={subject} following={following} onBack={onBack} onDone={onDone} />
      )}
      {deed === 'attendance' && <AttendanceForm subject={subject} onBack={onBack} onDone={onDone} />}
    </Stack>
  );
}

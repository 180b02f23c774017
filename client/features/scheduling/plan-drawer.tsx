import { Drawer, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { BookingView } from './booking/booking-view.tsx';
import type { Plan } from './calendar/plan-pieces.ts';
import { AbsenceForm } from './forms/absence-form.tsx';
import { DayForm } from './forms/day-form.tsx';
import type { Done } from './forms/done.ts';
import { ShiftForm } from './forms/shift-form.tsx';
import { WeeklyForm } from './forms/weekly-form.tsx';
import type { Form, Target, TimeTarget } from './plan-target.ts';
import { PoolForm } from './pools/pool-form.tsx';
import { ReplanPanel } from './replan/replan-panel.tsx';
import { WaitingForm } from './waiting/waiting-form.tsx';

/** Where the plan is changed: what was pressed or dragged decides which form is open first. */
export function PlanDrawer(props: {
  plan: Plan;
  target: Target | null;
  onTarget: (target: Target) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { plan, target, onClose } = props;
  // Whom a change has hit is looked after at once, one after the other.
  const saved: Done = (hit = []) =>
    hit.length > 0 ? props.onTarget({ is: 'replan', bookings: hit }) : onClose();
  return (
    <Drawer
      opened={target !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={target ? t(titleKey(target)) : ''}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {target?.is === 'booking' && (
        <BookingView
          key={target.booking.id}
          bookingId={target.booking.id}
          deed={target.deed}
          dropped={target.dropped}
          onDeed={(deed) => props.onTarget({ is: 'booking', booking: target.booking, deed })}
          onDone={onClose}
        />
      )}
      {target?.is === 'replan' && <ReplanPanel bookings={target.bookings} onDone={onClose} />}
      {target?.is === 'pool' && <PoolForm plan={plan} pool={target.pool} onDone={saved} />}
      {target?.is === 'waiting' && (
        <WaitingForm plan={plan} entry={target.entry} deed={target.deed} onDone={onClose} />
      )}
      {target?.is === 'shift' && (
        <ShiftForm level={target.level} part={target.part} plan={plan} onDone={onClose} />
      )}
      {target?.is === 'time' && (
        <TimeForms key={JSON.stringify(target)} plan={plan} target={target} onDone={saved} />
      )}
    </Drawer>
  );
}

const titleKey = (target: Target): string => {
  if (target.is === 'booking' && target.deed !== 'see') return `scheduling.drawer.${target.deed}`;
  if (target.is === 'waiting') return `scheduling.waiting.${target.deed === 'offer' ? 'offer' : 'book'}`;
  if (target.is === 'pool') return target.pool ? 'scheduling.pools.edit' : 'scheduling.pools.add';
  if (target.is !== 'time') return `scheduling.drawer.${target.is}`;
  if (target.absence) return 'scheduling.drawer.absence';
  return target.roster || target.override ? 'scheduling.drawer.hours' : 'scheduling.drawer.new';
};

function TimeForms(props: { plan: Plan; target: TimeTarget; onDone: Done }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { plan, target, onDone } = props;
  const [form, setForm] = useState<Form>(target.form);
  // A pool is never away: its people are.
  const isPools = target.poolId !== undefined || typeof target.roster?.poolId === 'string';
  const day = formats.shortDate(`${target.day}T12:00:00Z`);
  const labels: Record<Form, string> = {
    weekly: t('scheduling.form.weekly'),
    day: t('scheduling.form.day', { day }),
    absence: t('scheduling.form.absence'),
  };
  return (
    <Stack gap="lg">
      {!target.absence && !isPools && (
        <SegmentedControl
          fullWidth
          aria-label={t('scheduling.form.label')}
          data={(['weekly', 'day', 'absence'] as const).map((value) => ({ value, label: labels[value] }))}
          value={form}
          onChange={(value) => setForm(value as Form)}
        />
      )}
      {form === 'weekly' && <WeeklyForm plan={plan} target={target} onDone={onDone} />}
      {form === 'day' && <DayForm plan={plan} target={target} onDone={onDone} />}
      {form === 'absence' && <AbsenceForm plan={plan} target={target} onDone={onDone} />}
    </Stack>
  );
}

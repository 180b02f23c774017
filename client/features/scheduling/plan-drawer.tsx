import { Drawer, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { BookingView } from './booking/booking-view.tsx';
import type { Plan } from './calendar/plan-pieces.ts';
import { AbsenceForm } from './forms/absence-form.tsx';
import { DayForm } from './forms/day-form.tsx';
import { ShiftForm } from './forms/shift-form.tsx';
import { WeeklyForm } from './forms/weekly-form.tsx';
import type { Form, Target, TimeTarget } from './plan-target.ts';

/** Where the plan is changed: what was pressed or dragged decides which form is open first. */
export function PlanDrawer(props: { plan: Plan; target: Target | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { target, onClose } = props;
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
        <BookingView booking={target.booking} plan={props.plan} onDone={onClose} />
      )}
      {target?.is === 'shift' && (
        <ShiftForm level={target.level} part={target.part} plan={props.plan} onDone={onClose} />
      )}
      {target?.is === 'time' && (
        <TimeForms key={JSON.stringify(target)} plan={props.plan} target={target} onDone={onClose} />
      )}
    </Drawer>
  );
}

const titleKey = (target: Target): string => {
  if (target.is !== 'time') return `scheduling.drawer.${target.is}`;
  if (target.absence) return 'scheduling.drawer.absence';
  return target.roster || target.override ? 'scheduling.drawer.hours' : 'scheduling.drawer.new';
};

function TimeForms(props: { plan: Plan; target: TimeTarget; onDone: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { plan, target, onDone } = props;
  const [form, setForm] = useState<Form>(target.form);
  const day = formats.shortDate(`${target.day}T12:00:00Z`);
  const labels: Record<Form, string> = {
    weekly: t('scheduling.form.weekly'),
    day: t('scheduling.form.day', { day }),
    absence: t('scheduling.form.absence'),
  };
  return (
    <Stack gap="lg">
      {!target.absence && (
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

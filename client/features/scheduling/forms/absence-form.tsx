import { Checkbox, Group, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { changeAbsence, createAbsence } from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { TimeTarget } from '../plan-target.ts';
import { type AbsenceValues, absenceFields, absenceValues, reasons } from './absence-values.ts';
import type { Done } from './done.ts';
import { FormEnd } from './form-end.tsx';
import { Hits } from './hits.tsx';
import { RemoveAbsence } from './remove-buttons.tsx';
import { TimeField } from './time-field.tsx';
import { useSaving } from './use-saving.ts';

/** Where the wire's errors belong in this form. */
const places = { startAt: 'fromDay', endAt: 'untilDay' };

/** Somebody is away: for hours, or for whole days. */
export function AbsenceForm(props: { plan: Plan; target: TimeTarget; onDone: Done }) {
  const { t } = useTranslation();
  const { plan, target } = props;
  const id = target.absence?.id ?? null;
  const form = useForm<AbsenceValues>({ initialValues: absenceValues(target) });
  const saving = useSaving({
    name: id ?? 'new',
    form,
    places,
    fields: absenceFields(form.values),
    send: (asked, options) =>
      id === null ? call(createAbsence, asked, options) : call(changeAbsence, { ...asked, id }, options),
    onDone: props.onDone,
  });
  const { wholeDays } = form.values;
  return (
    <form onSubmit={form.onSubmit(saving.save)}>
      <Stack>
        <Select
          label={t('scheduling.person')}
          data={plan.people
            .filter((one) => plan.mayChange.includes(one.id))
            .map((one) => ({ value: one.id, label: one.name }))}
          allowDeselect={false}
          {...form.getInputProps('practitionerId')}
        />
        <Select
          label={t('scheduling.reason.label')}
          data={reasons.map((value) => ({ value, label: t(`scheduling.reason.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('reason')}
        />
        <Checkbox
          label={t('scheduling.wholeDays')}
          {...form.getInputProps('wholeDays', { type: 'checkbox' })}
        />
        <Group grow align="flex-start">
          <DateInput
            label={t('scheduling.firstDay')}
            valueFormat="DD.MM.YYYY"
            {...form.getInputProps('fromDay')}
          />
          {!wholeDays && <TimeField label={t('scheduling.from')} {...form.getInputProps('from')} />}
        </Group>
        <Group grow align="flex-start">
          <DateInput
            label={t('scheduling.lastDay')}
            valueFormat="DD.MM.YYYY"
            {...form.getInputProps('untilDay')}
          />
          {!wholeDays && <TimeField label={t('scheduling.until')} {...form.getInputProps('until')} />}
        </Group>
        <Hits query={saving.hits} />
        <FormEnd
          {...saving.end}
          remove={target.absence && <RemoveAbsence absence={target.absence} onDone={props.onDone} />}
        />
      </Stack>
    </form>
  );
}

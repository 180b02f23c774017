import { Checkbox, Group, Select, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeAbsence,
  createAbsence,
  getPlan,
} from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useSend } from '../../../lib/query.ts';
import type { Plan } from '../calendar/plan-pieces.ts';
import type { TimeTarget } from '../plan-target.ts';
import { type AbsenceValues, absenceFields, absenceValues, reasons } from './absence-values.ts';
import type { Done, Saved } from './done.ts';
import { FormEnd } from './form-end.tsx';
import { Hits } from './hits.tsx';
import { RemoveAbsence } from './remove-buttons.tsx';
import { TimeField } from './time-field.tsx';
import { useHits } from './use-hits.ts';

/** Where the wire's errors belong in this form. */
const places = { startAt: 'fromDay', endAt: 'untilDay' };

/** Somebody is away: for hours, or for whole days. */
export function AbsenceForm(props: { plan: Plan; target: TimeTarget; onDone: Done }) {
  const { t } = useTranslation();
  const { plan, target } = props;
  const id = target.absence?.id ?? null;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<AbsenceValues>({ initialValues: absenceValues(target) });
  const fields = absenceFields(form.values);
  const answer = {
    refresh: [getPlan],
    onSuccess: ({ affected }: Saved) => props.onDone(affected),
    onError: (error: unknown) => setFailure(showFieldErrors(t, form, error, places)),
  };
  const create = useSend(createAbsence, answer);
  const change = useSend(changeAbsence, answer);
  const hits = useHits(id ?? 'new', fields, (asked, signal) =>
    id === null
      ? call(createAbsence, { ...asked, dryRun: true }, { signal })
      : call(changeAbsence, { ...asked, id, dryRun: true }, { signal }),
  );
  const save = () => {
    if (!fields) return;
    if (id === null) create.mutate(fields);
    else change.mutate({ ...fields, id });
  };
  const { wholeDays } = form.values;
  return (
    <form onSubmit={form.onSubmit(save)}>
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
        <Hits query={hits} />
        <FormEnd
          failure={failure}
          hits={hits.data?.length ?? 0}
          busy={create.isPending || change.isPending}
          disabled={!fields}
          remove={target.absence && <RemoveAbsence absence={target.absence} onDone={props.onDone} />}
        />
      </Stack>
    </form>
  );
}

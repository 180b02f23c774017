import { Group, Select, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeOnCallShift,
  createOnCallShift,
  listOnCall,
  removeOnCallShift,
} from '../../../../server/modules/triage/on-call-contract.ts';
import { call } from '../../../lib/call.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf, useSend } from '../../../lib/query.ts';
import { instantOf, wallTimeOf } from '../../../lib/zone.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import type { Level, OnCallPart } from '../calendar/on-call-parts.ts';
import type { Plan } from '../calendar/plan-pieces.ts';
import { FormEnd } from './form-end.tsx';

const levels: readonly Level[] = ['primary', 'deputy'];

/** Who is on call from when to when; opened from a gap, it fills the gap. */
export function ShiftForm(props: { level: Level; part: OnCallPart; plan: Plan; onDone: () => void }) {
  const { t } = useTranslation();
  const { part, plan } = props;
  const { shift } = part;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      practitionerId: shift?.practitioner.id ?? plan.people[0]?.id ?? '',
      level: props.level,
      startAt: wallTimeOf(shift?.startAt ?? part.startAt),
      endAt: wallTimeOf(shift?.endAt ?? part.endAt),
    },
  });
  const answer = {
    refresh: [listOnCall],
    onSuccess: props.onDone,
    onError: (error: unknown) => setFailure(showFieldErrors(t, form, error)),
  };
  const create = useSend(createOnCallShift, answer);
  const change = useSend(changeOnCallShift, answer);
  const { startAt, endAt } = form.values;
  const save = () => {
    const fields = { ...form.values, startAt: instantOf(startAt), endAt: instantOf(endAt) };
    if (shift) change.mutate({ ...fields, id: shift.id });
    else create.mutate(fields);
  };
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack>
        <Select
          label={t('scheduling.person')}
          data={plan.people.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          {...form.getInputProps('practitionerId')}
        />
        <Select
          label={t('scheduling.onCall.level')}
          data={levels.map((value) => ({ value, label: t(`scheduling.onCall.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('level')}
        />
        <Group grow align="flex-start">
          <DateTimePicker
            label={t('scheduling.from')}
            valueFormat="DD.MM.YYYY HH:mm"
            {...form.getInputProps('startAt')}
          />
          <DateTimePicker
            label={t('scheduling.until')}
            valueFormat="DD.MM.YYYY HH:mm"
            {...form.getInputProps('endAt')}
          />
        </Group>
        <FormEnd
          failure={failure}
          hits={0}
          busy={create.isPending || change.isPending}
          disabled={!startAt || !endAt}
          remove={shift && <RemoveShift part={part} onDone={props.onDone} />}
        />
      </Stack>
    </form>
  );
}

function RemoveShift(props: { part: OnCallPart; onDone: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const client = useQueryClient();
  const { shift } = props.part;
  if (!shift) return null;
  return (
    <ConfirmButton
      leftSection={<IconTrash size={20} aria-hidden />}
      question={t('scheduling.remove.shiftQuestion', {
        name: shift.practitioner.name,
        from: formats.dateTime(shift.startAt),
        until: formats.dateTime(shift.endAt),
      })}
      consequence={t('scheduling.remove.shiftConsequence')}
      confirmLabel={t('scheduling.remove.shift')}
      onConfirm={async () => {
        await call(removeOnCallShift, { id: shift.id });
        await client.invalidateQueries({ queryKey: keyOf(listOnCall) });
        props.onDone();
      }}
    >
      {t('scheduling.remove.shift')}
    </ConfirmButton>
  );
}

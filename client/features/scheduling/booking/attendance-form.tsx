import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctAttendance } from '../../../../server/modules/scheduling/booking-contract.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useSend } from '../../../lib/query.ts';
import { RefusedNote } from '../../../ui/refused-note.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { FormFoot } from './form-foot.tsx';
import { stale } from './stale.ts';
import type { Subject } from './subject.ts';

const options = ['nobody', 'requester', 'provider', 'both'] as const;
type Option = (typeof options)[number];

/** Who was there, where the machine could not know it or got it wrong: with a reason that stays readable. */
export function AttendanceForm(props: { subject: Subject; onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { booking } = props.subject;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<{ missedBy: Option; reason: string }>({
    initialValues: { missedBy: booking.attendance.missedBy ?? 'nobody', reason: '' },
    validate: {
      reason: (value) => (value.trim().length < 3 ? t('errors.required') : null),
    },
  });
  const correct = useSend(correctAttendance, {
    refresh: stale,
    onSuccess: () => {
      tellDone(t('scheduling.attendance.corrected'));
      props.onDone();
    },
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ missedBy, reason }) =>
        correct.mutate({
          id: booking.id,
          missedBy: missedBy === 'nobody' ? null : missedBy,
          reason: reason.trim(),
        }),
      )}
    >
      <Stack>
        <Radio.Group label={t('scheduling.attendance.who')} {...form.getInputProps('missedBy')}>
          {options.map((value) => (
            <Radio key={value} value={value} label={t(`scheduling.attendance.missed.${value}`)} />
          ))}
        </Radio.Group>
        <TextInput
          label={t('scheduling.attendance.reason')}
          description={t('scheduling.attendance.reasonHint')}
          required
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <RefusedNote text={failure} />
        <FormFoot verb={t('scheduling.attendance.correct')} busy={correct.isPending} onBack={props.onBack} />
      </Stack>
    </form>
  );
}

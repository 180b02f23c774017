import { Checkbox, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CancelReason, cancelBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useSend } from '../../../lib/query.ts';
import { RefusedNote } from '../../../ui/refused-note.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { FormFoot } from './form-foot.tsx';
import { stale } from './stale.ts';
import type { Subject } from './subject.ts';
import { useWhen } from './use-when.ts';

const reasons: Record<Subject['side'], readonly CancelReason[]> = {
  provider: ['practitioner_unable', 'other'],
  requester: ['no_longer_needed', 'patient_unable', 'other'],
};

/** The end of a booking, with a reason and a word to the other side; of a series, the later ones too if wanted. */
export function CancelForm(props: {
  subject: Subject;
  /** How many later times its series has. */
  following: number;
  onBack: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  const { booking, side } = props.subject;
  const at = when(booking.startAt);
  const [failure, setFailure] = useState<string | null>(null);
  const [first = 'other'] = reasons[side];
  const form = useForm<{ reason: CancelReason; note: string; following: boolean }>({
    initialValues: { reason: first, note: '', following: false },
  });
  const cancel = useSend(cancelBooking, {
    refresh: stale,
    onSuccess: (reply) => {
      tellDone(t(`scheduling.cancel.done_${side}`, { when: at, count: reply.cancelled.length }));
      props.onDone();
    },
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => cancel.mutate({ id: booking.id, ...values }))}>
      <Stack>
        <Radio.Group label={t('scheduling.cancel.why')} {...form.getInputProps('reason')}>
          {reasons[side].map((value) => (
            <Radio key={value} value={value} label={t(`scheduling.cancelReason.${value}`)} />
          ))}
        </Radio.Group>
        <Textarea
          label={t(side === 'provider' ? 'scheduling.booking.note' : 'scheduling.change.noteToClinic')}
          description={side === 'provider' ? t('scheduling.booking.noteHint') : null}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('note')}
        />
        {props.following > 0 && (
          <Checkbox
            label={t('scheduling.cancel.following', { count: props.following })}
            {...form.getInputProps('following', { type: 'checkbox' })}
          />
        )}
        <Text>{t(`scheduling.cancel.consequence_${side}`)}</Text>
        <RefusedNote text={failure} />
        <FormFoot
          verb={
            form.values.following
              ? t('scheduling.cancel.all', { count: props.following + 1 })
              : t('scheduling.booking.cancelFor', { when: at })
          }
          busy={cancel.isPending}
          onBack={props.onBack}
        />
      </Stack>
    </form>
  );
}

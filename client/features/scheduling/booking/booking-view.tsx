import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowRight, IconCalendarX, IconUserOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type CalendarBooking,
  cancelBooking,
  missBooking,
} from '../../../../server/modules/scheduling/booking-contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import { showFieldErrors } from '../../../lib/form-errors.ts';
import { useFormats } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { Time } from '../../../ui/time.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import { FormEnd } from '../forms/form-end.tsx';

/** One booking without its patient: who, when, by whom; from here it is opened or cancelled. */
export function BookingView(props: { booking: CalendarBooking; plan: Plan; onDone: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { booking, plan } = props;
  const [cancelling, setCancelling] = useState(false);
  const hasBegun = Date.parse(booking.startAt) <= useNow();
  const physician = plan.people.find(({ id }) => id === booking.practitionerId)?.name ?? '';
  return (
    <Stack gap="lg">
      <Facts
        items={[
          { label: t('scheduling.booking.time'), value: <Time at={booking.startAt} /> },
          { label: t('scheduling.booking.until'), value: formats.time(booking.endAt) },
          { label: t('scheduling.person'), value: physician },
          {
            label: t('scheduling.booking.requester'),
            value: t('scheduling.booking.place', {
              name: booking.requester.name,
              city: booking.requester.city,
            }),
          },
          { label: t('scheduling.booking.status'), value: t(`scheduling.status.${booking.requestStatus}`) },
        ]}
      />
      <Button
        component={Link}
        to={paths.consult(booking.requestId)}
        variant={cancelling ? 'light' : 'filled'}
        rightSection={<IconArrowRight size={20} aria-hidden />}
      >
        {t('scheduling.booking.open')}
      </Button>
      {booking.requestStatus === 'planned' && !cancelling && (
        <Button
          variant="default"
          leftSection={<IconCalendarX size={20} aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          {t('scheduling.booking.cancel')}
        </Button>
      )}
      {booking.requestStatus === 'planned' && hasBegun && (
        <MissButton booking={booking} onDone={props.onDone} />
      )}
      {cancelling && <CancelForm booking={booking} onDone={props.onDone} />}
    </Stack>
  );
}

function MissButton(props: { booking: CalendarBooking; onDone: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const client = useQueryClient();
  const when = formats.dateTime(props.booking.startAt);
  return (
    <ConfirmButton
      leftSection={<IconUserOff size={20} aria-hidden />}
      question={t('scheduling.booking.missQuestion', { when })}
      consequence={t('scheduling.booking.missConsequence')}
      confirmLabel={t('scheduling.booking.miss')}
      danger={false}
      onConfirm={async () => {
        await call(missBooking, { id: props.booking.id });
        await client.invalidateQueries({ queryKey: keyOf(getPlan) });
        props.onDone();
      }}
    >
      {t('scheduling.booking.miss')}
    </ConfirmButton>
  );
}

const reasons = ['practitioner_unable', 'other'] as const;

function CancelForm(props: { booking: CalendarBooking; onDone: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<{ reason: (typeof reasons)[number]; note: string }>({
    initialValues: { reason: 'practitioner_unable', note: '' },
  });
  const cancel = useSend(cancelBooking, {
    refresh: [getPlan],
    onSuccess: () => {
      tellDone(t('scheduling.booking.cancelled', { when: formats.dateTime(props.booking.startAt) }));
      props.onDone();
    },
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => cancel.mutate({ id: props.booking.id, ...values }))}>
      <Stack>
        <Radio.Group label={t('scheduling.booking.why')} {...form.getInputProps('reason')}>
          {reasons.map((value) => (
            <Radio key={value} value={value} label={t(`scheduling.cancelReason.${value}`)} />
          ))}
        </Radio.Group>
        <Textarea
          label={t('scheduling.booking.note')}
          description={t('scheduling.booking.noteHint')}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('note')}
        />
        <FormEnd
          failure={failure}
          hits={0}
          busy={cancel.isPending}
          label={t('scheduling.booking.cancelFor', { when: formats.dateTime(props.booking.startAt) })}
        />
      </Stack>
    </form>
  );
}

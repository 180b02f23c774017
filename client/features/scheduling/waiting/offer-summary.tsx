import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import {
  listWaiting,
  offerTime,
  type WaitingEntry,
} from '../../../../server/modules/scheduling/waiting-contract.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useFormats } from '../../../lib/format.ts';
import { useSend } from '../../../lib/query.ts';
import { tellDone } from '../../../ui/tell.tsx';
import { OfferedTimes } from '../booking/offered-times.tsx';
import { type Refusal, refusalOf } from '../booking/refusal.ts';
import { chosenFields, type TimeChoice } from '../booking/time-choice.ts';
import { useWhen } from '../booking/use-when.ts';
import { useWho } from '../booking/use-who.ts';
import type { Plan } from '../calendar/plan-pieces.ts';

export type SummaryProps = {
  plan: Plan;
  entry: WaitingEntry;
  choice: TimeChoice;
  onChoose: (choice: TimeChoice) => void;
  onBack: () => void;
  onDone: () => void;
};

/** A free time offered out of turn: with the reason, which the list keeps. */
export function OfferSummary(props: SummaryProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const textOf = useErrorText();
  const when = useWhen();
  const whoOf = useWho();
  const { plan, entry, choice } = props;
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isShort = reason.trim().length < 3;
  const send = useSend(offerTime, {
    refresh: [listWaiting, getPlan, findFreeTimes],
    onSuccess: ({ offer, requester }) => {
      const until = offer ? formats.time(offer.expiresAt) : '';
      tellDone(t('scheduling.waiting.offerDone', { name: requester.name, until }));
      props.onDone();
    },
    onError: (error) => setRefusal(refusalOf(error)),
  });
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isShort) send.mutate({ id: entry.id, ...chosenFields(choice), reason: reason.trim() });
  };
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <Text fw={680} size="lg">
          {`${when(choice.startAt)} · ${whoOf(choice)}`}
        </Text>
        <Text>{t('scheduling.waiting.offerMeans', { name: entry.requester.name })}</Text>
        {refusal && (
          <Alert
            role="alert"
            color="yellow"
            icon={<IconAlertTriangle aria-hidden />}
            title={textOf(refusal.error)}
          />
        )}
        {refusal && refusal.nearest.length > 0 && (
          <OfferedTimes times={refusal.nearest} departmentId={plan.department.id} onChoose={props.onChoose} />
        )}
        <TextInput
          label={t('scheduling.waiting.reason')}
          description={t('scheduling.waiting.reasonHint')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && isShort ? t('errors.required') : null}
        />
        <Group justify="space-between">
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={20} aria-hidden />}
            onClick={props.onBack}
          >
            {t('scheduling.change.back')}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {t('scheduling.waiting.offer')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

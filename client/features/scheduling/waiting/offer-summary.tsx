import { Stack, Text } from '@mantine/core';
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
import { RefusedNote } from '../../../ui/refused-note.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import { FormFoot } from '../booking/form-foot.tsx';
import { OfferedTimes } from '../booking/offered-times.tsx';
import { ReasonInput } from '../booking/reason-input.tsx';
import { type Refusal, refusalOf } from '../booking/refusal.ts';
import { chosenFields, type TimeChoice } from '../booking/time-choice.ts';
import { useReason } from '../booking/use-reason.ts';
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
  const reason = useReason(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
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
    if (reason.check()) send.mutate({ id: entry.id, ...chosenFields(choice), reason: reason.text });
  };
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <Text fw={680} size="lg">
          {`${when(choice.startAt)} · ${whoOf(choice)}`}
        </Text>
        <Text>{t('scheduling.waiting.offerMeans', { name: entry.requester.name })}</Text>
        <RefusedNote text={refusal && textOf(refusal.error)} />
        {refusal && refusal.nearest.length > 0 && (
          <OfferedTimes times={refusal.nearest} departmentId={plan.department.id} onChoose={props.onChoose} />
        )}
        <ReasonInput
          label={t('scheduling.waiting.reason')}
          description={t('scheduling.waiting.reasonHint')}
          reason={reason.field}
        />
        <FormFoot verb={t('scheduling.waiting.offer')} busy={send.isPending} onBack={props.onBack} />
      </Stack>
    </form>
  );
}

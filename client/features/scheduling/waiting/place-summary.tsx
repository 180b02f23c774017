import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { getPlan } from '../../../../server/modules/scheduling/roster-contract.ts';
import { listWaiting, placeWaiting } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { dayOf } from '../../../lib/zone.ts';
import { tellDone } from '../../../ui/tell.tsx';
import { FormFoot } from '../booking/form-foot.tsx';
import { conflictsOf } from '../booking/move-check.ts';
import { OfferedTimes } from '../booking/offered-times.tsx';
import { ReasonInput } from '../booking/reason-input.tsx';
import { type Refusal, refusalOf } from '../booking/refusal.ts';
import { chosenFields } from '../booking/time-choice.ts';
import { useConflictWords } from '../booking/use-conflict-words.ts';
import { useReason } from '../booking/use-reason.ts';
import { useWhen } from '../booking/use-when.ts';
import { useWho } from '../booking/use-who.ts';
import { weekOf } from '../calendar/plan-week.ts';
import type { SummaryProps } from './offer-summary.tsx';

/** As long as most consultations; the server takes the roster's own length. */
const usualLength = 20 * 60_000;

/** A time booked at once for one who waits: pushed in with a reason where something is in the way. */
export function PlaceSummary(props: SummaryProps) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const when = useWhen();
  const whoOf = useWho();
  const wordsOf = useConflictWords();
  const now = useNow();
  const { plan, entry, choice } = props;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const around = useLoad(getPlan, weekOf(dayOf(choice.startAt)), { keep: false });
  const endAt = new Date(Date.parse(choice.startAt) + usualLength).toISOString();
  const { practitionerId, startAt } = choice;
  const conflicts =
    around.data && practitionerId
      ? conflictsOf(around.data, { id: '', startAt, endAt }, { practitionerId, startAt }, now)
      : [];
  const isPast = conflicts.some((one) => one.is === 'past');
  const needsReason = conflicts.length > 0 || refusal?.overbookable === true;
  const reason = useReason(needsReason);
  const send = useSend(placeWaiting, {
    refresh: [listWaiting, getPlan, findFreeTimes],
    onSuccess: () => {
      tellDone(t('scheduling.waiting.bookDone', { name: entry.requester.name, when: when(startAt) }));
      props.onDone();
    },
    onError: (error) => setRefusal(refusalOf(error)),
  });
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    if (!reason.check()) return;
    send.mutate({
      id: entry.id,
      ...chosenFields(choice),
      ...(needsReason ? { overbook: { reason: reason.text } } : {}),
    });
  };
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <Text fw={680} size="lg">
          {`${when(startAt)} · ${whoOf(choice)}`}
        </Text>
        <Text>{t('scheduling.waiting.bookMeans', { name: entry.requester.name })}</Text>
        {(refusal || conflicts.length > 0) && (
          <Alert
            role={refusal ? 'alert' : 'status'}
            color="yellow"
            icon={<IconAlertTriangle aria-hidden />}
            title={refusal ? textOf(refusal.error) : t('scheduling.change.inTheWay')}
          >
            {conflicts.map((one) => (
              <Text key={wordsOf(one)}>{wordsOf(one)}</Text>
            ))}
          </Alert>
        )}
        {refusal && refusal.nearest.length > 0 && (
          <OfferedTimes times={refusal.nearest} departmentId={plan.department.id} onChoose={props.onChoose} />
        )}
        {needsReason && !isPast && (
          <ReasonInput
            label={t('scheduling.change.reason')}
            description={t('scheduling.change.reasonHint')}
            reason={reason.field}
          />
        )}
        <FormFoot
          verb={t(needsReason ? 'scheduling.waiting.pushIn' : 'scheduling.waiting.book')}
          busy={send.isPending || around.isPending}
          disabled={isPast}
          onBack={props.onBack}
        />
      </Stack>
    </form>
  );
}

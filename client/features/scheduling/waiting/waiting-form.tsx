import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { instantOf } from '../../../lib/zone.ts';
import type { TimeChoice } from '../booking/time-choice.ts';
import { TimeChooser } from '../booking/time-chooser.tsx';
import type { Plan } from '../calendar/plan-pieces.ts';
import { OfferSummary } from './offer-summary.tsx';
import { PlaceSummary } from './place-summary.tsx';
import { useWishWords } from './use-wish-words.ts';

/** A time for one who waits: offered, to be accepted until a deadline, or booked at once. */
export function WaitingForm(props: {
  plan: Plan;
  entry: WaitingEntry;
  deed: 'offer' | 'place';
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const wishWords = useWishWords();
  const { plan, entry, deed } = props;
  const [choice, setChoice] = useState<TimeChoice | null>(null);
  const [opened] = useState(() => new Date().toISOString());
  const wished = instantOf(`${entry.wish.fromDay} 08:00:00`);
  const near = {
    practitionerId: entry.practitioner?.id ?? null,
    startAt: wished > opened ? wished : opened,
  };
  const Summary = deed === 'offer' ? OfferSummary : PlaceSummary;
  return (
    <Stack gap="lg">
      <div>
        <Text fw={650}>{t('scheduling.booking.place', entry.requester)}</Text>
        <Text>{t('scheduling.waiting.wish', { wish: wishWords(entry) })}</Text>
      </div>
      {choice === null ? (
        <TimeChooser
          departmentId={plan.department.id}
          near={near}
          {...(deed === 'place' && plan.coordinates ? { exactFor: plan.people } : {})}
          onChoose={setChoice}
        />
      ) : (
        <Summary
          key={JSON.stringify(choice)}
          plan={plan}
          entry={entry}
          choice={choice}
          onChoose={setChoice}
          onBack={() => setChoice(null)}
          onDone={props.onDone}
        />
      )}
    </Stack>
  );
}

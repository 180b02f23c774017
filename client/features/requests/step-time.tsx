import { Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type FreeTime,
  findFreeTimes,
  holdTime,
  nextFreeTimes,
} from '../../../server/modules/scheduling/contract.ts';
import { keyOf, useLoad, useSend } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FreeWeek } from './free-week.tsx';
import { HeldTime } from './held-time.tsx';
import { nearestOf } from './nearest-of.ts';
import { chosenTime, type Offer } from './offer.ts';
import type { Held, RequestDraftHandle } from './request-draft.ts';
import { SlotTaken } from './slot-taken.tsx';
import { fieldId } from './what-is-missing.ts';

/** Third step: a week of free times; the chosen one is held while the request is completed. */
export function StepTime(props: {
  draft: RequestDraftHandle;
  taken: readonly FreeTime[] | null;
  onChosen: () => void;
}) {
  const { value, patch } = props.draft;
  const next = useLoad(nextFreeTimes, {});
  const [wanted, setWanted] = useState('');
  const client = useQueryClient();
  const hold = useSend(holdTime, {
    refresh: [nextFreeTimes],
    // Who was too late sees the week as it is now.
    onError: () => void client.invalidateQueries({ queryKey: keyOf(findFreeTimes) }),
  });
  const choose = (wish: Offer | Held) => {
    const poolName = 'name' in wish ? wish.poolId && wish.name : wish.poolName;
    setWanted(wish.startAt);
    hold.mutate(chosenTime(wish), {
      onSuccess: (held) => {
        const { departmentName } = wish;
        patch({ hold: { ...held, poolName, departmentName, startedAt: new Date().toISOString() } });
        props.onChosen();
      },
    });
  };
  if (value.specialtyCode === null) return null;
  const nearest = nearestOf(hold.error) ?? (value.hold ? null : props.taken);
  const first = next.data?.specialties.find((one) => one.code === value.specialtyCode)?.next ?? null;
  return (
    <Stack gap="lg" id={fieldId('time')} tabIndex={-1}>
      {nearest && !hold.isPending && (
        <SlotTaken
          nearest={nearest}
          specialtyCode={value.specialtyCode}
          onChoose={choose}
          busy={hold.isPending}
        />
      )}
      {hold.isError && !nearest && <ErrorState error={hold.error} />}
      {value.hold && (
        <HeldTime hold={value.hold} onChange={(held) => patch({ hold: held })} onAgain={choose} />
      )}
      <Panel>
        <FreeWeek
          draft={value}
          first={first}
          chosen={hold.isPending ? { startAt: wanted } : value.hold}
          busy={hold.isPending}
          onChoose={choose}
        />
      </Panel>
    </Stack>
  );
}

import { Stack } from '@mantine/core';
import { type FreeTime, nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Finder } from './finder.tsx';
import { HeldTime } from './held-time.tsx';
import type { RequestDraftHandle } from './request-draft.ts';
import { SlotTaken } from './slot-taken.tsx';
import { StepWaiting } from './step-waiting.tsx';
import type { HoldHandle } from './use-hold.ts';
import { fieldId } from './what-is-missing.ts';

/** Third step: free times, of which the chosen one is held while the request is completed; or the waiting list. */
export function StepTime(props: {
  draft: RequestDraftHandle;
  held: HoldHandle;
  /** What is free instead, after the request came too late for its time. */
  taken: readonly FreeTime[] | null;
}) {
  const { held } = props;
  const { value, patch } = props.draft;
  const { specialtyCode } = value;
  const next = useLoad(nextFreeTimes, {}).data;
  if (specialtyCode === null) return null;
  if (value.way === 'waiting') return <StepWaiting draft={props.draft} />;
  const whom = { ...value, specialtyCode };
  const specialty = next?.specialties.find((one) => one.code === specialtyCode);
  const department = specialty?.departments.find((one) => one.id === value.departmentId);
  const nearest = held.nearest ?? (held.hold ? null : props.taken);
  return (
    <Stack gap="lg" id={fieldId('time')} tabIndex={-1}>
      {nearest && (
        <SlotTaken nearest={nearest} whom={whom} onChoose={held.choose} busy={held.wanted !== null} />
      )}
      {held.error && <ErrorState error={held.error} />}
      {held.hold && <HeldTime held={held} hold={held.hold} whom={whom} />}
      <Panel>
        <Finder
          whom={whom}
          find={value.find}
          onFind={(find) => patch({ find })}
          first={(department ?? specialty)?.next ?? null}
          chosen={held.wanted ?? held.hold?.startAt ?? null}
          busy={held.wanted !== null}
          onChoose={held.choose}
          onWaiting={() => patch({ way: 'waiting', hold: null })}
        />
      </Panel>
    </Stack>
  );
}

import { nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Panel } from '../../ui/panel.tsx';
import { Finder } from './find/finder.tsx';
import type { HoldHandle } from './hold/use-hold.ts';
import type { RequestDraftHandle } from './request-draft.ts';
import { StepWaiting } from './waiting/step-waiting.tsx';
import { fieldId } from './what-is-missing.ts';

/** Third step: free times, of which the chosen one is held while the request is completed; or the waiting list. */
export function StepTime(props: { draft: RequestDraftHandle; held: HoldHandle }) {
  const { held } = props;
  const { value, patch } = props.draft;
  const { specialtyCode } = value;
  const next = useLoad(nextFreeTimes, {}).data;
  if (specialtyCode === null) return null;
  if (value.way === 'waiting') return <StepWaiting draft={props.draft} />;
  const specialty = next?.specialties.find((one) => one.code === specialtyCode);
  const department = specialty?.departments.find((one) => one.id === value.departmentId);
  return (
    <div id={fieldId('time')} tabIndex={-1}>
      <Panel>
        <Finder
          whom={{ ...value, specialtyCode }}
          find={value.find}
          onFind={(find) => patch({ find })}
          first={(department ?? specialty)?.next ?? null}
          chosen={held.wanted ?? held.hold?.startAt ?? null}
          busy={held.wanted !== null}
          onChoose={held.choose}
          onWaiting={() => patch({ way: 'waiting', hold: null })}
        />
      </Panel>
    </div>
  );
}

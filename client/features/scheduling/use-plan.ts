import { schedulingChanged } from '../../../server/modules/scheduling/contract.ts';
import { getPlan } from '../../../server/modules/scheduling/roster-contract.ts';
import { listOnCall, onCallChanged } from '../../../server/modules/triage/on-call-contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { at } from './calendar/plan-week.ts';

/** The department's week, fresh whenever somebody books, cancels or changes it. */
export function usePlan(week: { from: string; until: string }) {
  useLive(schedulingChanged, [keyOf(getPlan), keyOf(listOnCall)]);
  // A shift that was swapped, made or removed elsewhere.
  useLive(onCallChanged, [keyOf(listOnCall)]);
  return useLoad(getPlan, week);
}

export function useOnCall(departmentId: string, week: { from: string; until: string }) {
  return useLoad(listOnCall, {
    departmentId,
    from: at(week.from, '00:00'),
    until: at(week.until, '00:00'),
  });
}

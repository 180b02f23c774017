import { listWaiting, waitingChanged } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';

/** The waiting list that the department's times could go to, fresh whenever somebody enters, leaves or answers. */
export function useWaiting() {
  useLive(waitingChanged, [keyOf(listWaiting)]);
  return useLoad(listWaiting, {});
}

import {
  listWaiting,
  type WaitingEntry,
  waitingChanged,
} from '../../../server/modules/scheduling/waiting-contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { useLive } from '../../lib/use-live.ts';

/** Own open entries of the waiting list, for those who put cases on it; empty for all others. */
export function useWaiting(): readonly WaitingEntry[] {
  const { role } = useUser();
  const asks = role === 'physician' || role === 'assistant';
  const { data } = useLoad(listWaiting, {}, { enabled: asks });
  useLive(waitingChanged, [keyOf(listWaiting)]);
  return data?.entries ?? [];
}

import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { Given } from '../../../../server/kernel/wire.ts';
import {
  findFreeTimes,
  nextFreeTimes,
  schedulingChanged,
} from '../../../../server/modules/scheduling/contract.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useHear } from '../../../lib/use-live.ts';

/** Free times that renew themselves: whenever a department's have changed, and as the clock goes on. */
export function useFreeTimes(question: Given<typeof findFreeTimes>) {
  const query = useLoad(findFreeTimes, question, { refetchInterval: 60_000 });
  const client = useQueryClient();
  // In a large network something changes all the time: it is asked once for several changes.
  const refresh = useDebouncedCallback(() => {
    for (const one of [findFreeTimes, nextFreeTimes]) void client.invalidateQueries({ queryKey: keyOf(one) });
  }, 300);
  useHear(schedulingChanged, ({ departmentId }) => {
    const { practitioners = [], pools = [] } = query.data ?? {};
    const mine = [...practitioners, ...pools].some((one) => one.department.id === departmentId);
    if (mine || !query.data) refresh();
  });
  return query;
}

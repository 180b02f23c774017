import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { listEvents } from '../../../server/modules/billing/contract.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import type { BillingView } from './use-billing-view.ts';

/** Events of a quarter, page after page, and the totals of what organisation and search leave. */
export function useBillingEvents(quarter: string, view: BillingView, search: string) {
  // Rows that nobody looks at are not fetched: each look is in the audit log.
  const enabled = view.tab === 'events';
  const given = {
    quarter,
    ...(view.state ? { state: view.state } : {}),
    ...(view.reason ? { reason: view.reason } : {}),
    ...(view.organisation ? { organisation: view.organisation } : {}),
    ...(search ? { q: search } : {}),
  };
  const query = useInfiniteQuery({
    queryKey: [...keyOf(listEvents), given],
    queryFn: ({ pageParam, signal }) =>
      call(listEvents, { ...given, limit: 50, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  const first = query.data?.pages[0];
  return {
    query,
    events: query.data?.pages.flatMap(({ events }) => events) ?? [],
    totals: first?.totals ?? null,
    reasons: first?.reasons ?? [],
  };
}

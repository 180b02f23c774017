import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { consultationChanged } from '../../../server/modules/consultation/contract.ts';
import {
  type CaseGroup,
  type CaseRow,
  caseGroups,
  listCases,
  recordsChanged,
} from '../../../server/modules/records/contract.ts';
import { requestsChanged } from '../../../server/modules/requests/contract.ts';
import { waitingChanged } from '../../../server/modules/scheduling/waiting-contract.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { useSteadyList } from '../../ui/use-steady-list.ts';

export type CaseView = { group: CaseGroup | null; q: string; mine: boolean };

/** The list as the person sees it: it renews itself, and neither places nor groups move until `reveal`. */
export function useCases(view: CaseView) {
  const given = {
    ...(view.group ? { group: view.group } : {}),
    ...(view.q ? { q: view.q } : {}),
    ...(view.mine ? { mine: 'true' as const } : {}),
  };
  const query = useInfiniteQuery({
    queryKey: [...keyOf(listCases), given],
    queryFn: ({ pageParam, signal }) =>
      call(listCases, { ...given, limit: 60, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  useLive(requestsChanged, [keyOf(listCases)]);
  useLive(recordsChanged, [keyOf(listCases)]);
  useLive(consultationChanged, [keyOf(listCases)]);
  useLive(waitingChanged, [keyOf(listCases)]);
  const loaded = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const name = JSON.stringify(given);
  // Pages that are asked for are no news: they go below what is in view.
  const steady = useSteadyList(loaded, (row) => row.id, `${name}${query.data?.pages.length ?? 0}`);
  const held = useHeldGroups(steady.shown, name);
  return {
    query,
    counts: query.data?.pages[0]?.counts ?? {},
    shown: steady.shown.map((row) => ({ ...row, group: held.groupOf(row) })),
    fresh: steady.fresh,
    /** In view, but asking for more now than where they stand: they wait for `reveal` as new ones do. */
    risen: steady.shown.filter((row) => rank(row.group) < rank(held.groupOf(row))),
    reveal: () => {
      held.forget();
      steady.reveal();
    },
  };
}

const rank = (group: CaseGroup): number => caseGroups.indexOf(group);

/** A case that was just read stays where it stood: its group is held as long as the view is. */
function useHeldGroups(rows: readonly CaseRow[], view: string) {
  const held = useRef({ view, groups: new Map<string, CaseGroup>() });
  if (held.current.view !== view) held.current = { view, groups: new Map() };
  const { groups } = held.current;
  for (const row of rows) if (!groups.has(row.id)) groups.set(row.id, row.group);
  return {
    groupOf: (row: CaseRow): CaseGroup => groups.get(row.id) ?? row.group,
    forget: () => groups.clear(),
  };
}

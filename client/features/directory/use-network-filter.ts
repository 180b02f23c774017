import { useSearchParams } from 'react-router';
import type { Given } from '../../../server/kernel/wire.ts';
import type { listOrganisations } from '../../../server/modules/directory/contract.ts';

export type NetworkFilter = Given<typeof listOrganisations>;
export type SortColumn = NonNullable<NetworkFilter['sort']>;

const names = ['kind', 'county', 'text', 'active', 'sort', 'descending', 'page'] as const;

/** The filter stands in the address: it survives a reload and can be sent to somebody. */
export function useNetworkFilter() {
  const [search, setSearch] = useSearchParams();
  const given = Object.fromEntries(names.flatMap((name) => pair(name, search.get(name))));
  // What somebody typed into the address is judged by the server.
  const filter = given as NetworkFilter;
  /** Sets or, with null, clears; every change of what is shown begins at the first page. */
  const change = (changes: Partial<Record<(typeof names)[number], string | null>>) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (!('page' in changes)) next.delete('page');
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  };
  return { filter, change, isNarrowed: names.slice(0, 4).some((name) => search.has(name)), search };
}

const pair = (name: string, value: string | null): [string, string][] => (value ? [[name, value]] : []);

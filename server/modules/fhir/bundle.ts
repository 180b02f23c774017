import type { Query } from './search/search-query.ts';
import type { Context, Resource, ResourceType } from './types.ts';

export type Bundle = {
  resourceType: 'Bundle';
  type: 'searchset';
  link: { relation: 'self' | 'next'; url: string }[];
  entry: { fullUrl: string; resource: Resource; search: { mode: 'match' } }[];
};

/** One page of a search. `next` is there as long as there is more; the total is not counted. */
export function searchBundle(
  type: ResourceType,
  query: Query,
  page: readonly Resource[],
  hasMore: boolean,
  context: Context,
): Bundle {
  const link = (after: string | null) => {
    const params = new URLSearchParams(query.understood);
    params.set('_count', String(query.take));
    if (after !== null) params.set('_after', after);
    return `${context.base}/${type}?${params}`;
  };
  const last = page.at(-1);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: link(query.after) },
      ...(hasMore && last ? [{ relation: 'next' as const, url: link(last.id) }] : []),
    ],
    entry: page.map((resource) => ({
      fullUrl: `${context.base}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}

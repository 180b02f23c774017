import { FhirRefusal } from '../outcome.ts';
import type { Ask, Filter, Served } from '../served/served.ts';
import { isUuid } from './token-param.ts';

const defaultCount = 50;
const highestCount = 200;
// Ask for a form of the answer and narrow nothing; `_pretty` is passed over.
const formal = new Set(['_format', '_pretty', '_count', '_after']);

export type Query = Ask & {
  /** The parameters that were understood, for the bundle's self link. */
  understood: [string, string][];
};

/**
 * Reads the query of a search. A parameter that is not supported is refused, since ignoring it would answer with
 * more patients than were asked for; with `lenient` (`Prefer: handling=lenient`) it is passed over.
 * @throws FhirRefusal 400
 */
export function searchQuery(
  given: URLSearchParams,
  served: Pick<Served, 'type' | 'params'>,
  lenient: boolean,
): Query {
  const known = new Set(served.params.map(({ name }) => name));
  const filters: Filter[] = [];
  const understood: [string, string][] = [];
  for (const [name, value] of given) {
    if (formal.has(name)) continue;
    if (!known.has(name)) {
      if (lenient) continue;
      throw new FhirRefusal(
        400,
        'not-supported',
        `${served.type} cannot be searched by this parameter`,
        name,
      );
    }
    if (value.includes('\0')) throw new FhirRefusal(400, 'value', 'The value cannot be read', name);
    const values = value.split(',').filter((one) => one !== '');
    if (values.length === 0) throw new FhirRefusal(400, 'value', 'The parameter has no value', name);
    filters.push({ name, values });
    understood.push([name, value]);
  }
  return { filters, understood, take: countOf(given.get('_count')), after: afterOf(given.get('_after')) };
}

/** The id behind which the page begins; parts of a row have ids that begin with the row's. */
function afterOf(given: string | null): string | null {
  if (given === null || (isUuid(given.slice(0, 36)) && /^[\w-]{36,64}$/.test(given))) return given;
  throw new FhirRefusal(400, 'value', 'The id after which the page begins', '_after');
}

function countOf(given: string | null): number {
  if (given === null) return defaultCount;
  const count = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (count < 1) throw new FhirRefusal(400, 'value', 'A whole number from 1', '_count');
  return Math.min(count, highestCount);
}

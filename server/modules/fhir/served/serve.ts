import type { Tx } from '../../../kernel/db.ts';
import { isUuid } from '../search/token-param.ts';
import type { Context } from '../types.ts';
import type { Ask, Definition, Filter, Found, Served } from './served.ts';

/** Makes read and search of one definition; callers no longer see its row and condition types. */
export function serve<W, Row extends { id: string }>(definition: Definition<W, Row>): Served {
  return {
    type: definition.type,
    clinical: definition.clinical,
    documentation: definition.documentation,
    profiles: [definition.profile ?? []].flat(),
    params: [
      { name: '_id', type: 'token', documentation: 'The id of the resource' },
      ...Object.entries(definition.params).map(([name, { type, documentation }]) => ({
        name,
        type,
        documentation,
      })),
    ],
    read: async (tx, id, context) => {
      const found = await collect(
        definition,
        tx,
        { filters: [{ name: '_id', values: [id] }], after: null, take: 1 },
        context,
      );
      return found[0] ?? null;
    },
    search: (tx, ask, context) => collect(definition, tx, ask, context),
  };
}

// One row may make several resources or none, so pages are filled from as many rows as it takes.
async function collect<W, Row extends { id: string }>(
  definition: Definition<W, Row>,
  tx: Tx,
  ask: Ask,
  context: Context,
): Promise<Found[]> {
  const all = conditions(definition, ask.filters, context);
  if (!all) return [];
  const found: Found[] = [];
  let after = ask.after ?? '';
  for (;;) {
    const from = after === '' ? [] : [definition.from(rowIdOf(after))];
    const batch = await definition.rows(tx, [...all, ...from], ask.take + 1);
    for (const row of batch) {
      for (const resource of definition.resources(row, context)) {
        if (resource.id <= after || !ask.filters.every((one) => keeps(definition, one, resource))) continue;
        found.push({ resource, about: definition.about(row) });
        if (found.length === ask.take) return found;
      }
    }
    const last = batch.at(-1);
    if (!last || batch.length <= ask.take) return found;
    // Everything of the last row begins with its id and is done: the next begins behind it.
    after = `${last.id}~`;
  }
}

/** Ids that stand for a part of a row begin with the row's UUID. */
const rowIdOf = (id: string): string => id.slice(0, 36);

function conditions<W, Row extends { id: string }>(
  definition: Definition<W, Row>,
  filters: Filter[],
  context: Context,
): W[] | null {
  const all: W[] = [];
  for (const { name, values } of filters) {
    const any: W[] = [];
    for (const value of values) {
      const one = name === '_id' ? byId(definition, value) : definition.params[name]?.where(value, context);
      if (one === undefined) throw new RangeError(name);
      if (one !== null) any.push(one);
    }
    if (any.length === 0) return null;
    all.push(any.length === 1 && any[0] !== undefined ? any[0] : definition.any(any));
  }
  return all;
}

const byId = <W, Row extends { id: string }>(definition: Definition<W, Row>, id: string): W | null =>
  isUuid(rowIdOf(id)) ? definition.byId(rowIdOf(id)) : null;

function keeps<W, Row extends { id: string }>(
  definition: Definition<W, Row>,
  filter: Filter,
  resource: Found['resource'],
): boolean {
  if (filter.name === '_id') return filter.values.includes(resource.id);
  const keep = definition.params[filter.name]?.keep;
  return !keep || filter.values.some((value) => keep(resource, value));
}

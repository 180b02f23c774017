import type { Tx } from '../../kernel/db.ts';
import type { Prisma } from '../../kernel/generated/client.ts';
import type { EventState, Sum } from './contract.ts';
import { stateSql } from './event-filter.ts';

/** How much stands where. @param scope condition on events `e` and cases `c` */
export async function totalsOf(tx: Tx, scope: Prisma.Sql): Promise<Record<EventState, Sum>> {
  const rows = await tx.$queryRaw<(Sum & { state: EventState })[]>`
    select ${stateSql} as state, count(*)::int as events, sum(e.amount_cents)::int as cents
    from billable_event e join billing_case c on c.request_id = e.request_id
    where ${scope} group by 1`;
  const of = (state: EventState): Sum => {
    const { events, cents } = rows.find((row) => row.state === state) ?? { events: 0, cents: 0 };
    return { events, cents };
  };
  return {
    ready: of('ready'),
    incomplete: of('incomplete'),
    not_billable: of('not_billable'),
    exported: of('exported'),
  };
}

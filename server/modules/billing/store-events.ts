import type { Tx } from '../../kernel/db.ts';
import type { BillableEvent } from '../../kernel/generated/client.ts';
import type { Judged } from './judge-cases.ts';
import type { BillingEvent } from './rules.ts';

const keyOf = ({ requestId, side, tariff, code }: Record<'requestId' | 'side' | 'tariff' | 'code', string>) =>
  `${requestId} ${side} ${tariff} ${code}`;

/**
 * Makes the stored events of requests those that were decided. What left in a batch stays as it left: an export that
 * runs at the same moment is waited for, or waits. Both lock in the order of ids, so neither waits for ever.
 * @returns the requests of which anything changed
 */
export async function storeEvents(tx: Tx, judged: readonly Judged[]): Promise<Set<string>> {
  const requestIds = judged.map((one) => one.case.requestId);
  await tx.$executeRaw`
    select id from billable_event where request_id = any(${requestIds}::uuid[]) order by id for update`;
  const stored = await tx.billableEvent.findMany({ where: { requestId: { in: requestIds } } });
  const decided = judged.flatMap(({ events }) => events);
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const wanted = new Set(decided.map(keyOf));
  const fresh = decided.filter((event) => !known.has(keyOf(event)));
  const gone = stored.filter((row) => row.batchId === null && !wanted.has(keyOf(row)));
  const changed = decided.flatMap((event) => {
    const row = known.get(keyOf(event));
    return row && row.batchId === null && !saysTheSame(row, event) ? [{ id: row.id, event }] : [];
  });
  if (fresh.length > 0) await tx.billableEvent.createMany({ data: fresh.map(dataOf) });
  if (gone.length > 0) {
    await tx.billableEvent.deleteMany({ where: { id: { in: gone.map(({ id }) => id) }, batchId: null } });
  }
  for (const { id, event } of changed) {
    await tx.billableEvent.updateMany({ where: { id, batchId: null }, data: dataOf(event) });
  }
  return new Set([...fresh, ...gone, ...changed.map(({ event }) => event)].map(({ requestId }) => requestId));
}

const dataOf = ({ occurredAt, ...event }: BillingEvent) => ({ ...event, occurredAt: new Date(occurredAt) });

function saysTheSame(row: BillableEvent, event: BillingEvent): boolean {
  const { reasons, occurredAt, ...rest } = event;
  return (
    row.occurredAt.getTime() === occurredAt &&
    row.reasons.join() === reasons.join() &&
    (Object.keys(rest) as (keyof typeof rest)[]).every((name) => row[name] === rest[name])
  );
}

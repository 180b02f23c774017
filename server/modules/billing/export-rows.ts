import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import { caseColumns } from './billing-case.ts';
import type { ExportRow } from './export-lines.ts';

/** Everything billable of a quarter that is in no batch yet. */
export const exportable = (quarter: string): Prisma.Sql =>
  Prisma.sql`e.quarter = ${quarter} and e.status = 'billable' and e.batch_id is null`;

/** Billable events with their proof, in the order of the file: by service, then code. */
export const exportRows = (tx: Tx, where: Prisma.Sql): Promise<ExportRow[]> => tx.$queryRaw<ExportRow[]>`
  select ${caseColumns}, e.id::text as id, e.side::text as side, e.tariff, e.code, e.tariff_version as "tariffVersion",
    e.quarter, e.occurred_at as "occurredAt", e.quantity, e.points, e.amount_cents as "amountCents", e.reasons
  from billable_event e join billing_case c on c.request_id = e.request_id
  where ${where}
  order by e.occurred_at, e.request_id, e.code`;

/** The number after the last batch's; a sequence would leave gaps when an export fails. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { _max } = await tx.exportBatch.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

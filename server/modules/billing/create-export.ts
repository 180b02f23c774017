import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import { serialise } from '../../kernel/lock.ts';
import { sum } from '../../kernel/money.ts';
import type { Input } from '../../kernel/wire.ts';
import type { ExportBatch, createExport as endpoint } from './contract.ts';
import { checksumOf, exportFile } from './export-file.ts';
import { type ExportRow, exportHeaders, exportLines } from './export-lines.ts';
import { exportable, exportRows, nextNumber } from './export-rows.ts';
import { mayExport } from './policy.ts';
import { batchColumns, presentBatch } from './present-batch.ts';

type Order = Pick<Input<typeof endpoint>, 'quarter' | 'expected'>;

/** @throws forbidden; conflict `nothing_to_export`, `export_changed` (the preview was another one) */
export async function createExport(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
  call: Call,
): Promise<ExportBatch> {
  if (!mayExport(actor)) throw forbidden();
  return deps.db.as(actor, (tx) => once(tx, actor, call, input, () => closeBatch(deps, tx, actor, input)));
}

/**
 * Writes everything billable of the quarter into one numbered file and marks it as gone, in the caller's transaction.
 * One export at a time; an event that is being decided anew is waited for and then taken as it was decided.
 */
export async function closeBatch(
  deps: Pick<Deps, 'clock' | 'record'>,
  tx: Tx,
  actor: Actor,
  { quarter, expected }: Order,
): Promise<ExportBatch> {
  await serialise(tx, 'billing:export');
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select e.id::text as id from billable_event e where ${exportable(quarter)} order by e.id for update`;
  if (locked.length === 0) throw conflict('nothing_to_export');
  const ids = locked.map(({ id }) => id);
  const rows = await exportRows(tx, Prisma.sql`e.id = any(${ids}::uuid[])`);
  const sumCents = sum(rows.map(({ amountCents }) => amountCents));
  if (expected && (expected.rows !== rows.length || expected.sumCents !== sumCents)) {
    throw conflict('export_changed', { data: { rows: rows.length, sumCents } });
  }
  const batch = await writeBatch(deps, tx, actor, quarter, rows, sumCents);
  await tx.$executeRaw`update billable_event set batch_id = ${batch.id}::uuid, updated_at = ${batch.createdAt}
    where id = any(${rows.map(({ id }) => id)}::uuid[])`;
  await deps.record(tx, actor, {
    type: 'billing.exported',
    subject: { kind: 'export_batch', id: batch.id },
    payload: { quarter, number: batch.number, rows: batch.rows, sumCents, checksum: batch.checksum },
  });
  return presentBatch(batch, actor.displayName);
}

async function writeBatch(
  deps: Pick<Deps, 'clock'>,
  tx: Tx,
  actor: Actor,
  quarter: string,
  rows: readonly ExportRow[],
  sumCents: number,
) {
  const number = await nextNumber(tx);
  const content = exportFile(exportHeaders, exportLines(rows, number));
  return tx.exportBatch.create({
    data: {
      number,
      quarter,
      rows: rows.length,
      sumCents,
      checksum: checksumOf(content),
      content,
      createdById: actor.accountId,
      createdAt: deps.clock.now(),
    },
    select: batchColumns,
  });
}

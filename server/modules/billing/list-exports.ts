import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { namesOf } from '../requests/index.ts';
import type { listExports as endpoint } from './contract.ts';
import { mayExport } from './policy.ts';
import { batchColumns, presentBatch } from './present-batch.ts';

/** Batches, newest first. @throws forbidden */
export async function listExports(
  deps: Deps,
  actor: Actor,
  { quarter }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayExport(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const rows = await tx.exportBatch.findMany({
      where: quarter ? { quarter } : {},
      orderBy: { number: 'desc' },
      select: batchColumns,
    });
    const names = await namesOf(
      tx,
      rows.map(({ createdById }) => createdById),
    );
    return { exports: rows.map((row) => presentBatch(row, names.get(row.createdById) ?? null)) };
  });
}

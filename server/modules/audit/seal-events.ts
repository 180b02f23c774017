import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { sealBatch } from './seal.ts';
import { sealedColumns } from './sealed-columns.ts';

/** Rows under one seal, and seals in one run at most. */
const batchSize = 500;
const batchesPerRun = 200;

/**
 * Seals what can no longer change in order. Run by the queue `audit.seal`.
 *
 * Ids are given out before a transaction ends, so a lower id can appear after a higher one. A run therefore notes
 * how far the log reaches and which transactions may still be open (the horizon); a later run seals up to there
 * once all of those have ended.
 */
export async function sealEvents(deps: Pick<Deps, 'db' | 'log'>): Promise<void> {
  const until = await deps.db.system(reachedHorizon);
  if (until === null) return;
  let seal: Awaited<ReturnType<typeof sealNext>> = null;
  let sealed = 0;
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    const next = await deps.db.system((tx) => sealNext(tx, until));
    if (!next) {
      await deps.db.system((tx) => tx.sealHorizon.deleteMany({ where: { lastId: until } }));
      await deps.db.system(noteHorizon);
      break;
    }
    seal = next;
    sealed += next.count;
  }
  // The hash in the server's own log is a copy outside of the database.
  if (seal) deps.log.info({ events: sealed, lastId: String(seal.lastId), hash: seal.hash }, 'events sealed');
}

/** Up to which id nothing can appear any more; null = not known yet. Notes a horizon where there is none. */
async function reachedHorizon(tx: Tx): Promise<bigint | null> {
  const horizon = await tx.sealHorizon.findUnique({ where: { id: 1 } });
  if (!horizon) await noteHorizon(tx);
  if (!horizon) return null;
  const [oldest] = await tx.$queryRaw<{ xmin: bigint }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin`;
  return oldest && oldest.xmin >= horizon.below ? horizon.lastId : null;
}

async function noteHorizon(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into seal_horizon (id, last_id, below)
    select 1, max(id), pg_snapshot_xmax(pg_current_snapshot())::text::bigint from event_log
    where id > coalesce((select max(last_id) from event_seal), 0)
    having max(id) is not null
    on conflict do nothing`;
}

/** The next seal up to this id, or null when all is sealed. Two servers never seal at once. */
async function sealNext(tx: Tx, until: bigint) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('audit.seal'))`;
  const last = await tx.eventSeal.findFirst({ orderBy: { id: 'desc' } });
  const rows = await tx.eventLog.findMany({
    where: { id: { gt: last?.lastId ?? 0n, lte: until } },
    orderBy: { id: 'asc' },
    take: batchSize,
    select: sealedColumns,
  });
  if (rows.length === 0) return null;
  const seal = sealBatch(last, rows);
  await tx.eventSeal.create({ data: seal });
  return seal;
}

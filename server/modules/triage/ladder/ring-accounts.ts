import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { LadderRow } from './ladder-row.ts';

/** Begins to ring accounts for a step; who rings already is left alone. */
export async function ringAccounts(
  tx: Tx,
  { requestId, round }: Pick<LadderRow, 'requestId' | 'round'>,
  step: string,
  accounts: readonly string[],
  now: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  await ask(
    tx,
    sql`insert into urgent_ring (request_id, account_id, round, step, rung_at)
    select ${requestId}::uuid, unnest(${[...accounts]}::uuid[]), ${round}::int, ${step}::"UrgentStep", ${now}::timestamptz
    on conflict (request_id, account_id) where ended_at is null do nothing`,
  );
}

/** Ends everybody's ring for a request, and tells whose. The one of `takenBy` is answered with having accepted. */
export async function stopRings(
  tx: Tx,
  requestId: string,
  now: Date,
  takenBy: string | null = null,
): Promise<string[]> {
  const stopped = await ask<{ accountId: string }>(
    tx,
    sql`update urgent_ring set ended_at = ${now},
      answer = case when account_id = ${takenBy}::uuid then 'accepted' else 'stopped' end::"RingAnswer"
    where request_id = ${requestId} and ended_at is null returning account_id as "accountId"`,
  );
  return stopped.map(({ accountId }) => accountId);
}

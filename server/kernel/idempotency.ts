import { createHash } from 'node:crypto';
import type { Actor } from './actor.ts';
import { ask, type Tx } from './db.ts';
import { conflict } from './errors.ts';
import type { Prisma } from './generated/client.ts';
import type { Call } from './http.ts';
import { sql } from './statement.ts';

/**
 * Runs `work` once per account and `Idempotency-Key`, in the caller's transaction: a repeat gets the first answer,
 * a simultaneous repeat waits for it.
 * @throws conflict `idempotency_key_reused` when the same key comes with another body.
 */
export async function once<T extends Prisma.InputJsonValue>(
  tx: Tx,
  actor: Actor,
  call: Call,
  input: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (!call.idempotencyKey) return work();
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([call.operation, input]))
    .digest('hex');
  const [taken] = await ask(
    tx,
    sql`insert into idempotency_key (account_id, key, body_hash)
      values (${actor.accountId}, ${call.idempotencyKey}, ${bodyHash}) on conflict do nothing returning key`,
  );
  if (!taken) {
    const first = await tx.idempotencyKey.findUniqueOrThrow({
      where: { accountId_key: { accountId: actor.accountId, key: call.idempotencyKey } },
    });
    if (first.bodyHash !== bodyHash) throw conflict('idempotency_key_reused');
    return first.reply as T;
  }
  const reply = await work();
  await ask(
    tx,
    sql`update idempotency_key set reply = ${JSON.stringify(reply)}
      where account_id = ${actor.accountId} and key = ${call.idempotencyKey}`,
  );
  return reply;
}

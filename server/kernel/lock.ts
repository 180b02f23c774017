import type { Tx } from './db.ts';

/**
 * Lets one transaction at a time work on what `key` names, until its end. For checks that a constraint alone would
 * answer with a deadlock or an error that ends the transaction. `key` names a kind and an id, e.g. `booking:ID`.
 */
export async function serialise(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

import { ask, type Tx } from './db.ts';
import { sql } from './statement.ts';

/**
 * Lets one transaction at a time work on what `key` names, until its end. For checks that a constraint alone would
 * answer with a deadlock or an error that ends the transaction. `key` names a kind and an id, e.g. `booking:ID`.
 */
export async function serialise(tx: Tx, key: string): Promise<void> {
  await ask(tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

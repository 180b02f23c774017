import { ask, type Tx } from './db.ts';
import { sql } from './statement.ts';

/**
 * Lets one transaction at a time work on what `key` names, until its end. For checks that a constraint alone would
 * answer with a deadlock or an error that ends the transaction. `key` names a kind and an id, e.g. `booking:ID`.
 */
export async function serialise(tx: Tx, key: string): Promise<void> {
  await ask(tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** {@link serialise} for several keys by one statement, in the order given: everybody must take them in the same. */
export async function serialiseAll(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await ask(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(key, 0))
      from unnest(${[...keys]}::text[]) with ordinality as k (key, at) order by at`,
  );
}

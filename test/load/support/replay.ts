import type { Pool, PoolClient } from 'pg';
import type { Script } from './statements.ts';

/** Sends the statements of one call bare, each after the answer to the one before, over the connections of `pool`. */
export const replay = async (
  pool: Pool,
  script: Script,
  given: ReadonlyMap<string, string>,
): Promise<void> => {
  const ids = new Map(given);
  let client: PoolClient | null = null;
  try {
    for (const [at, { text, name }] of script.steps.entries()) {
      client ??= await pool.connect();
      const values = script.values(at, ids);
      const { rows } = await client.query({
        text,
        values,
        rowMode: 'array',
        ...(name ? { name } : {}),
      });
      script.learn(at, rows ?? [], ids);
      // A connection goes back where the server gave it back: at the end of its transaction.
      if (!/^commit/i.test(text)) continue;
      client.release();
      client = null;
    }
    client?.release();
  } catch (error) {
    client?.release(true);
    throw error;
  }
};

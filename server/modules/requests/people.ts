import type { Tx } from '../../kernel/db.ts';

/** Names of people at work by account, of other organisations too (view `person`). Unknown ones are left out. */
export async function namesOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; display_name: string }[]>`
    select id::text as id, display_name from person where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

import type { z } from 'zod';
import type { Tx } from '../../kernel/db.ts';
import { namesOf } from '../requests/index.ts';
import type { UrgentAddition } from './addition-contract.ts';
import { Onset, Wanted } from './entry-contract.ts';

/** What was added to a request after it was raised, oldest first. */
export async function viewAdditions(tx: Tx, requestId: string): Promise<z.input<typeof UrgentAddition>[]> {
  const rows = await tx.urgentAddition.findMany({
    where: { requestId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const names = await namesOf(
    tx,
    rows.map(({ byId }) => byId),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: names.get(row.byId) ?? '',
    situations: row.situations,
    note: row.note,
    onset: Onset.nullable().catch(null).parse(row.onset),
    wanted: Wanted.nullable().catch(null).parse(row.wanted),
    background: row.background,
    pictures: row.pictures,
    hasValues: row.hasValues,
  }));
}

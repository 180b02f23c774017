import type { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import { namesOf } from '../../requests/index.ts';
import type { UrgentMessage } from '../ladder-contract.ts';

type Row = NonNullable<Awaited<ReturnType<Tx['urgentMessage']['findUnique']>>>;

export const presentMessage = (row: Row, by: string): z.input<typeof UrgentMessage> => ({
  id: row.id,
  kind: row.isQuestion ? 'question' : 'answer',
  text: row.text,
  by,
  at: row.at.toISOString(),
});

/** What the two sides asked each other, oldest first. */
export async function viewMessages(tx: Tx, requestId: string): Promise<z.input<typeof UrgentMessage>[]> {
  const rows = await tx.urgentMessage.findMany({
    where: { requestId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const names = await namesOf(
    tx,
    rows.map(({ byId }) => byId),
  );
  return rows.map((row) => presentMessage(row, names.get(row.byId) ?? ''));
}

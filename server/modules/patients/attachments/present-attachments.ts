import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Attachment } from '../attachment-contract.ts';

/** Lists never read the pictures themselves. */
export const withoutContent = {
  id: true,
  patientId: true,
  requestId: true,
  kind: true,
  width: true,
  height: true,
  takenAt: true,
  takenById: true,
} as const satisfies Prisma.AttachmentSelect;
type Row = Prisma.AttachmentGetPayload<{ select: typeof withoutContent }>;

export async function presentAttachments(tx: Tx, rows: readonly Row[]): Promise<Attachment[]> {
  const ids = [...new Set(rows.map(({ takenById }) => takenById))];
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id::text as id, display_name as name from person where id = any(${ids}::uuid[])`;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ takenById, ...row }) => ({
    ...row,
    takenAt: row.takenAt.toISOString(),
    takenBy: names.get(takenById) ?? '',
  }));
}

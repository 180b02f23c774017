import type { Prisma } from '../../kernel/generated/client.ts';
import type { ExportBatch } from './contract.ts';

/** Everything but the file itself, which is read only to be downloaded. */
export const batchColumns = {
  id: true,
  number: true,
  quarter: true,
  rows: true,
  sumCents: true,
  checksum: true,
  createdById: true,
  createdAt: true,
} as const satisfies Prisma.ExportBatchSelect;

type BatchRow = Prisma.ExportBatchGetPayload<{ select: typeof batchColumns }>;

export const presentBatch = (
  { createdById: _, createdAt, ...row }: BatchRow,
  createdBy: string | null,
): ExportBatch => ({ ...row, createdAt: createdAt.toISOString(), createdBy });

/** Name under which a batch is saved: sorts by quarter, then number. */
export const fileNameOf = ({ quarter, number }: Pick<ExportBatch, 'quarter' | 'number'>): string =>
  `leistungsnachweis-${quarter}-${String(number).padStart(4, '0')}.csv`;

import type { Prisma } from '../../kernel/generated/client.ts';
import { diagnosesOf } from '../requests/index.ts';
import type { Draft, FinalReport } from './contract.ts';

export type ReportRow = Prisma.ReportGetPayload<object>;

const texts = (row: ReportRow) => ({
  findings: row.findings,
  assessment: row.assessment,
  recommendation: row.recommendation,
  diagnoses: diagnosesOf(row.diagnoses),
});

/** @param name display name of who saved last */
export const presentDraft = (row: ReportRow, name: string): Draft => ({
  ...texts(row),
  version: row.version,
  savedAt: row.updatedAt.toISOString(),
  savedBy: name,
});

export const presentFinal = (row: ReportRow, name: string): FinalReport => ({
  ...texts(row),
  id: row.id,
  version: row.version,
  author: name,
  finalisedAt: (row.finalisedAt ?? row.updatedAt).toISOString(),
});

import type { Prisma } from '../../../kernel/generated/client.ts';
import { profile, system } from '../systems.ts';
import type { Condition } from '../types.ts';
import { type DiagnosisEntry, diagnosesOf, icdConcept } from './icd.ts';
import { concept, reference } from './parts.ts';
import { practitionerName } from './practitioner.ts';

const name = { select: { id: true, title: true, givenName: true, familyName: true } } as const;
export const conditionSelect = {
  id: true,
  createdAt: true,
  diagnoses: true,
  patientId: true,
  requesterPractitioner: name,
  providerPractitioner: name,
  reports: {
    where: { state: 'final' },
    orderBy: { version: 'desc' },
    take: 1,
    select: { diagnoses: true, finalisedAt: true, updatedAt: true },
  },
} satisfies Prisma.ConsultRequestSelect;
export type ConditionRow = Prisma.ConsultRequestGetPayload<{ select: typeof conditionSelect }>;

type Use = 'referral-diagnosis' | 'treatment-diagnosis';
type Kept = { id: string; use: Use; entry: DiagnosisEntry };

/**
 * Diagnoses of a consultation in the order of their ids: `<request>-q01…` as the request suspects them,
 * `<request>-r01…` as the newest final report states them.
 */
export function conditionIds(row: {
  id: string;
  diagnoses: unknown;
  reports: readonly { diagnoses: unknown }[];
}): Kept[] {
  const kept = (letter: string, use: Use, column: unknown) =>
    diagnosesOf(column).map((entry, at) => ({
      id: `${row.id}-${letter}${String(at + 1).padStart(2, '0')}`,
      use,
      entry,
    }));
  const report = row.reports[0];
  return [
    ...kept('q', 'referral-diagnosis', row.diagnoses),
    ...(report ? kept('r', 'treatment-diagnosis', report.diagnoses) : []),
  ];
}

/** Conform to ISiKDiagnose: code, subject, encounter, recorded date. */
export function toConditions(row: ConditionRow): Condition[] {
  const report = row.reports[0];
  return conditionIds(row).map(({ id, use, entry }) => {
    const stated = use === 'treatment-diagnosis' && report;
    const recorded = stated ? (report.finalisedAt ?? report.updatedAt) : row.createdAt;
    const by = stated ? row.providerPractitioner : row.requesterPractitioner;
    return {
      resourceType: 'Condition',
      id,
      meta: { profile: [profile.condition] },
      ...certainties[entry.certainty ?? (stated ? 'G' : 'V')],
      category: [concept({ system: system.conditionCategory, code: 'encounter-diagnosis' })],
      code: icdConcept(entry, recorded.getUTCFullYear()),
      subject: reference('Patient', row.patientId),
      encounter: reference('Encounter', row.id),
      recordedDate: recorded.toISOString(),
      asserter: by ? reference('Practitioner', by.id, practitionerName(by)) : undefined,
    };
  });
}

const clinical = (code: string) => ({ clinicalStatus: concept({ system: system.conditionClinical, code }) });
const verified = (code: string) => ({
  verificationStatus: concept({ system: system.conditionVerification, code }),
});
// Certainty of German out-patient coding (§ 295 SGB V): Gesichert, Verdacht, Zustand nach, Ausgeschlossen.
const certainties = {
  G: { ...clinical('active'), ...verified('confirmed') },
  V: { ...clinical('active'), ...verified('provisional') },
  Z: { ...clinical('inactive'), ...verified('confirmed') },
  A: { ...verified('refuted') },
};

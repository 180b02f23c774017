import type { Prisma } from '../../../kernel/generated/client.ts';
import { system } from '../systems.ts';
import type { Composition, Context } from '../types.ts';
import { conditionIds } from './condition.ts';
import { concept, narrative, reference } from './parts.ts';

export const compositionSelect = {
  id: true,
  version: true,
  state: true,
  findings: true,
  assessment: true,
  recommendation: true,
  diagnoses: true,
  finalisedAt: true,
  request: {
    select: {
      id: true,
      diagnoses: true,
      patient: { select: { id: true, givenName: true, familyName: true } },
      department: { select: { id: true, name: true, specialty: { select: { nameDe: true } } } },
      reports: {
        where: { state: 'final' },
        orderBy: { version: 'asc' },
        select: { id: true, version: true },
      },
    },
  },
} satisfies Prisma.ReportSelect;
/** `author`: from the view of people at work. */
export type CompositionRow = Prisma.ReportGetPayload<{ select: typeof compositionSelect }> & {
  author: { display_name: string; practitioner_id: string | null } | null;
};

/** A final version of the consultation report. Drafts are nobody's business: null. */
export function toComposition(row: CompositionRow, context: Context): Composition | null {
  const { request } = row;
  if (row.state !== 'final' || !row.finalisedAt) return null;
  const { patient, department } = request;
  const by = row.author;
  const before = request.reports.findLast((one) => one.version < row.version);
  const isNewest = request.reports.every((one) => one.version <= row.version);
  return {
    resourceType: 'Composition',
    id: row.id,
    identifier: { system: `${context.sid}/report`, value: row.id },
    status: row.version === 1 ? 'final' : 'amended',
    type: concept({ system: system.loinc, code: '11488-4', display: 'Consult note' }),
    subject: reference('Patient', patient.id, `${patient.givenName} ${patient.familyName}`),
    encounter: reference('Encounter', request.id),
    date: row.finalisedAt.toISOString(),
    author: [
      by?.practitioner_id
        ? reference('Practitioner', by.practitioner_id, by.display_name)
        : reference('Organization', department.id, department.name),
    ],
    title: `Konsilbericht ${department.specialty.nameDe}`,
    custodian: reference('Organization', department.id, department.name),
    relatesTo: before
      ? [{ code: 'replaces', targetReference: reference('Composition', before.id) }]
      : undefined,
    section: [
      ...section('Befund', '29545-1', 'Physical findings Narrative', row.findings),
      ...section('Beurteilung', '51848-0', 'Evaluation note', row.assessment),
      ...section('Empfehlung', '18776-5', 'Plan of care note', row.recommendation),
      ...diagnoses(row, isNewest),
    ],
  };
}

function section(title: string, code: string, display: string, text: string): Composition['section'] {
  if (text.trim() === '') return [];
  return [{ title, code: concept({ system: system.loinc, code, display }), text: narrative(text) }];
}

// Conditions stand for the newest version only, so an older one tells its diagnoses in words alone.
function diagnoses(row: CompositionRow, isNewest: boolean): Composition['section'] {
  const list = conditionIds({ id: row.request.id, diagnoses: [], reports: [row] });
  if (list.length === 0) return [];
  const text = list.map(({ entry }) => [entry.code, entry.certainty, entry.title].filter(Boolean).join(' '));
  const code = concept({ system: system.loinc, code: '29308-4', display: 'Diagnosis' });
  const entry = isNewest ? { entry: list.map(({ id }) => reference('Condition', id)) } : {};
  return [{ title: 'Diagnosen', code, text: narrative(text.join('\n')), ...entry }];
}

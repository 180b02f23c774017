import type { Prisma } from '../../../kernel/generated/client.ts';
import { extension, profile, system } from '../systems.ts';
import type { Context, Encounter, Extension, Identifier, Period } from '../types.ts';
import { conditionIds } from './condition.ts';
import { diagnosesOf, icdConcept } from './icd.ts';
import { departmentIdentifier, specialtyCoding } from './organization.ts';
import { concept, reference } from './parts.ts';
import { practitionerName } from './practitioner.ts';

const name = { select: { id: true, title: true, givenName: true, familyName: true } } as const;
export const encounterSelect = {
  id: true,
  number: true,
  kind: true,
  status: true,
  urgency: true,
  diagnoses: true,
  plannedStart: true,
  plannedEnd: true,
  createdAt: true,
  patient: { select: { id: true, givenName: true, familyName: true } },
  department: {
    select: { id: true, name: true, specialty: { select: { iheCode: true, nameDe: true } } },
  },
  requesterPractitioner: name,
  providerPractitioner: name,
  bookings: { select: { id: true, state: true }, orderBy: { createdAt: 'asc' } },
  consultation: { select: { openedAt: true, startedAt: true, closedAt: true, presentSeconds: true } },
  reports: {
    where: { state: 'final' },
    orderBy: { version: 'desc' },
    take: 1,
    select: { diagnoses: true },
  },
} satisfies Prisma.ConsultRequestSelect;
export type EncounterRow = Prisma.ConsultRequestGetPayload<{ select: typeof encounterSelect }>;

/**
 * The teleconsultation of a request; carries the request's id, so that it has an address before anybody meets.
 * Conforms to ISiKKontaktGesundheitseinrichtung: Kontaktebene, subject, and no period while it is only planned.
 */
export function toEncounter(row: EncounterRow, context: Context): Encounter {
  const status = statuses[row.status];
  const year = (row.consultation?.openedAt ?? row.plannedStart ?? row.createdAt).getUTCFullYear();
  const suspected = diagnosesOf(row.diagnoses);
  const seconds = row.consultation?.presentSeconds;
  return {
    resourceType: 'Encounter',
    id: row.id,
    meta: { profile: [profile.encounter] },
    extension: plannedTimes(row),
    identifier: [requestNumber(row.number, context)],
    status,
    class: { system: system.actCode, code: 'VR', display: 'virtual' },
    type: [concept({ system: system.contactLevel, code: 'abteilungskontakt', display: 'Abteilungskontakt' })],
    serviceType: concept(specialtyCoding(row.department.specialty)),
    priority: row.kind === 'urgent' ? concept(priorities[row.urgency]) : undefined,
    subject: reference('Patient', row.patient.id, `${row.patient.givenName} ${row.patient.familyName}`),
    basedOn: [reference('ServiceRequest', row.id)],
    participant: participants(row),
    appointment: some(row.bookings.map((one) => reference('Appointment', one.id))),
    period: periodOf(row, status),
    length:
      typeof seconds === 'number' && status === 'finished'
        ? { value: seconds, unit: 's', system: system.ucum, code: 's' }
        : undefined,
    reasonCode: some(suspected.map((one) => icdConcept(one, year))),
    diagnosis: some(
      conditionIds(row).map((one, at) => ({
        condition: reference('Condition', one.id),
        use: concept({ system: system.diagnosisUse, code: one.use }),
        rank: at + 1,
      })),
    ),
    serviceProvider: {
      ...reference('Organization', row.department.id, row.department.name),
      identifier: departmentIdentifier(row.department.id, context),
    },
  };
}

/** "K-000123", as people see it. */
export const requestNumber = (number: number, context: Context): Identifier => ({
  system: `${context.sid}/consult-request`,
  value: `K-${String(number).padStart(6, '0')}`,
});

const statuses: Record<EncounterRow['status'], Encounter['status']> = {
  waiting: 'planned',
  accepted: 'planned',
  planned: 'planned',
  in_consultation: 'in-progress',
  consulted: 'finished',
  answered: 'finished',
  cancelled: 'cancelled',
  withdrawn: 'cancelled',
  no_show: 'cancelled',
};

// HL7 v3 ActPriority; a scheduled consultation has none.
const priorities = {
  immediate: { system: system.actPriority, code: 'EM', display: 'emergency' },
  urgent: { system: system.actPriority, code: 'UR', display: 'urgent' },
  today: { system: system.actPriority, code: 'A', display: 'ASAP' },
  routine: { system: system.actPriority, code: 'R', display: 'routine' },
};

// ISiK: a planned contact has no period, but says when it is planned (enc-3, enc-4).
function plannedTimes(row: EncounterRow): Extension[] | undefined {
  if (!row.plannedStart || !row.plannedEnd) return undefined;
  return [
    { url: extension.plannedStart, valueDateTime: row.plannedStart.toISOString() },
    { url: extension.plannedEnd, valueDateTime: row.plannedEnd.toISOString() },
  ];
}

function periodOf(row: EncounterRow, status: Encounter['status']): Period | undefined {
  if (status === 'planned' || status === 'cancelled') return undefined;
  const start =
    row.consultation?.startedAt ?? row.consultation?.openedAt ?? row.plannedStart ?? row.createdAt;
  const end = status === 'finished' ? row.consultation?.closedAt : null;
  return { start: start.toISOString(), ...(end ? { end: end.toISOString() } : {}) };
}

function participants(row: EncounterRow): Encounter['participant'] {
  const as = (code: string, display: string) => [
    concept({ system: system.participationType, code, display }),
  ];
  const person = (one: NonNullable<EncounterRow['providerPractitioner']>) =>
    reference('Practitioner', one.id, practitionerName(one));
  return [
    ...(row.providerPractitioner
      ? [{ type: as('ATND', 'attender'), individual: person(row.providerPractitioner) }]
      : []),
    ...(row.requesterPractitioner
      ? [{ type: as('REF', 'referrer'), individual: person(row.requesterPractitioner) }]
      : []),
  ];
}

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

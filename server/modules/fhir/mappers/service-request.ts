import type { Prisma } from '../../../kernel/generated/client.ts';
import { system } from '../systems.ts';
import type { Context, ServiceRequest } from '../types.ts';
import { requestNumber } from './encounter.ts';
import { diagnosesOf, icdConcept } from './icd.ts';
import { observationIds, vitalSignsSelect } from './observation.ts';
import { concept, reference } from './parts.ts';
import { practitionerName } from './practitioner.ts';

const name = { select: { id: true, title: true, givenName: true, familyName: true } } as const;
export const serviceRequestSelect = {
  id: true,
  number: true,
  status: true,
  urgency: true,
  question: true,
  background: true,
  medication: true,
  allergies: true,
  diagnoses: true,
  createdAt: true,
  answerDueAt: true,
  patient: { select: { id: true, givenName: true, familyName: true } },
  requester: { select: { id: true, name: true } },
  requesterPractitioner: name,
  providerPractitioner: name,
  department: { select: { id: true, name: true, specialty: { select: { nameDe: true } } } },
  vitalSigns: { select: vitalSignsSelect, orderBy: { takenAt: 'asc' } },
} satisfies Prisma.ConsultRequestSelect;
export type ServiceRequestRow = Prisma.ConsultRequestGetPayload<{ select: typeof serviceRequestSelect }>;

/** The consult request: who asks whom what, until when it is to be answered, and what is known so far. */
export function toServiceRequest(row: ServiceRequestRow, context: Context): ServiceRequest {
  const { patient, department, requesterPractitioner: asks, providerPractitioner: asked } = row;
  const year = row.createdAt.getUTCFullYear();
  const readings = row.vitalSigns.flatMap(observationIds).map((id) => reference('Observation', id));
  return {
    resourceType: 'ServiceRequest',
    id: row.id,
    identifier: [requestNumber(row.number, context)],
    status: statuses[row.status],
    intent: 'order',
    priority: priorities[row.urgency],
    category: [concept({ system: system.snomed, code: '11429006', display: 'Consultation' })],
    code: { text: `Telekonsil ${department.specialty.nameDe}` },
    subject: reference('Patient', patient.id, `${patient.givenName} ${patient.familyName}`),
    occurrencePeriod: { start: row.createdAt.toISOString(), end: row.answerDueAt.toISOString() },
    authoredOn: row.createdAt.toISOString(),
    requester: asks
      ? reference('Practitioner', asks.id, practitionerName(asks))
      : reference('Organization', row.requester.id, row.requester.name),
    performer: [
      ...(asked ? [reference('Practitioner', asked.id, practitionerName(asked))] : []),
      reference('Organization', department.id, department.name),
    ],
    reasonCode: [{ text: row.question }, ...diagnosesOf(row.diagnoses).map((one) => icdConcept(one, year))],
    supportingInfo: readings.length > 0 ? readings : undefined,
    note: notes(row),
  };
}

const statuses: Record<ServiceRequestRow['status'], ServiceRequest['status']> = {
  waiting: 'active',
  accepted: 'active',
  planned: 'active',
  in_consultation: 'active',
  consulted: 'active',
  answered: 'completed',
  cancelled: 'revoked',
  withdrawn: 'revoked',
  no_show: 'revoked',
};

const priorities = { immediate: 'stat', urgent: 'urgent', today: 'asap', routine: 'routine' } as const;

function notes(row: ServiceRequestRow): { text: string }[] | undefined {
  const list = [
    ['Vorgeschichte', row.background],
    ['Medikation', row.medication],
    ['Allergien', row.allergies],
  ].flatMap(([label, text]) => (text ? [{ text: `${label}: ${text}` }] : []));
  return list.length > 0 ? list : undefined;
}

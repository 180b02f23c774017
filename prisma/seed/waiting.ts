import type { Prisma } from '../../server/kernel/generated/client.ts';
import { addDays, dateOf, instantOf, weekdayOf } from '../../server/kernel/zoned-time.ts';
import { caseTexts } from './cases.ts';
import { idOf } from './ids.ts';
import { departments, hospital, practices } from './organisations.ts';
import { patientsOf } from './patients.ts';
import { accountsOf } from './people.ts';
import type { SpecialtyCode } from './region.ts';

const minute = 60_000;
const hour = 60 * minute;

type Wished = {
  practice: number;
  patient: number;
  specialty: SpecialtyCode;
  urgency: 'urgent' | 'routine';
  hoursAgo: number;
};

/** All of them wish for an evening, which no roster has: what fits would be offered as soon as the server looks. */
const wished: Wished[] = [
  { practice: 0, patient: 3, specialty: 'cardiology', urgency: 'urgent', hoursAgo: 20 },
  { practice: 1, patient: 5, specialty: 'cardiology', urgency: 'routine', hoursAgo: 70 },
  { practice: 2, patient: 2, specialty: 'cardiology', urgency: 'routine', hoursAgo: 46 },
  { practice: 0, patient: 8, specialty: 'dermatology', urgency: 'routine', hoursAgo: 30 },
  { practice: 4, patient: 1, specialty: 'neurology', urgency: 'urgent', hoursAgo: 5 },
];

type Rows = {
  consents: Prisma.ConsentCreateManyInput[];
  requests: Prisma.ConsultRequestCreateManyInput[];
  entries: Prisma.WaitingEntryCreateManyInput[];
  events: Prisma.EventLogCreateManyInput[];
};

/** A few requests that wait for a time. */
export function waitingRows(now: Date): Rows {
  const rows = wished.map((one, at) => rowsOf(one, at, now));
  return {
    consents: rows.map(({ consent }) => consent),
    requests: rows.map(({ request }) => request),
    entries: rows.map(({ entry }) => entry),
    events: rows.flatMap(({ events }) => events),
  };
}

function rowsOf(one: Wished, at: number, now: Date) {
  const practice = practices[one.practice];
  const department = departments.find(({ specialtyCode }) => specialtyCode === one.specialty);
  const patient = practice && patientsOf(practice.id)[one.patient];
  const physician = practice && accountsOf({ organisationId: practice.id }, 'physician')[0];
  const text = caseTexts[one.specialty][0];
  if (!practice || !department || !patient || !physician || !text) {
    throw new Error('somebody who waits is not in the demonstration network');
  }
  const createdAt = new Date(now.getTime() - one.hoursAgo * hour);
  const [id, requestId, consentId] = ['entry', 'request', 'consent'].map((kind) =>
    idOf(`waiting ${kind} ${at}`),
  ) as [string, string, string];
  const consent = {
    id: consentId,
    patientId: patient.id,
    giver: 'patient',
    form: 'written',
    wording: '2026-01',
    recordedById: physician.id,
    recordedAt: createdAt,
  } as const;
  const request = {
    id: requestId,
    kind: 'scheduled',
    status: 'waiting',
    directed: false,
    urgency: one.urgency,
    patientId: patient.id,
    requesterOrganisationId: practice.id,
    requesterAccountId: physician.id,
    requesterPractitionerId: physician.practitionerId,
    providerOrganisationId: hospital.id,
    providerDepartmentId: department.id,
    specialtyCode: one.specialty,
    question: text.question,
    diagnoses: text.diagnoses,
    medication: patient.medication,
    allergies: patient.allergies,
    consentId,
    answerDueAt: new Date(createdAt.getTime() + 30 * 24 * hour),
    createdAt,
  } as const;
  const entry: Prisma.WaitingEntryCreateManyInput & { id: string; departmentId: string | null } = {
    id,
    requestId,
    organisationId: practice.id,
    specialtyCode: one.specialty,
    departmentId: at % 2 === 0 ? department.id : null,
    urgency: one.urgency,
    fromDay: new Date(dateOf(createdAt.getTime())),
    partsOfDay: ['evening'],
    weekdays: at === 2 ? [2, 4] : [],
    enteredById: physician.id,
    createdAt,
  };
  const said = {
    at: createdAt,
    actorAccountId: physician.id,
    actorRole: physician.role,
    actorOrganisationId: practice.id,
    patientId: patient.id,
    requestId,
  };
  const of = { organisationId: practice.id, departmentId: entry.departmentId, specialtyCode: one.specialty };
  const events = [
    { ...said, type: 'request.created', subjectKind: 'request', subjectId: requestId },
    { ...said, type: 'waiting.entered', subjectKind: 'waiting', subjectId: id, payload: of },
  ];
  return { consent, request, entry, events };
}

/** The first of them is offered an evening that the coordinator has found beside the rosters. */
export function offerRows(now: Date): {
  hold: Prisma.BookingCreateManyInput;
  offer: Prisma.WaitingOfferCreateManyInput;
  event: Prisma.EventLogCreateManyInput;
}[] {
  const { entries } = waitingRows(now);
  const [entry] = entries;
  const departmentId = entry?.departmentId;
  const [specialist] = departmentId ? accountsOf({ departmentId }, 'specialist') : [];
  const [coordinator] = departmentId ? accountsOf({ departmentId }, 'coordinator') : [];
  if (!entry?.id || !departmentId || !specialist?.practitionerId || !coordinator) return [];
  const today = dateOf(now.getTime());
  const day = addDays(today, weekdayOf(today) === 5 ? 3 : weekdayOf(today) === 6 ? 2 : 1);
  const startAt = new Date(instantOf(day, '17:20'));
  const endAt = new Date(startAt.getTime() + 20 * minute);
  const times = { departmentId, practitionerId: specialist.practitionerId, startAt, endAt };
  const expiresAt = new Date(now.getTime() + 8 * hour);
  const offeredAt = new Date(now.getTime() - minute);
  const id = idOf('waiting hold');
  return [
    {
      event: {
        at: offeredAt,
        type: 'waiting.offered',
        actorAccountId: coordinator.id,
        actorRole: coordinator.role,
        actorOrganisationId: coordinator.organisationId,
        subjectKind: 'waiting',
        subjectId: entry.id,
        requestId: entry.requestId,
        payload: { offerId: idOf('waiting offer'), startAt: startAt.toISOString(), outOfTurn: true },
      },
      hold: {
        id,
        ...times,
        organisationId: entry.organisationId,
        waitingId: entry.id,
        state: 'held',
        blockedFrom: startAt,
        blockedUntil: endAt,
        heldUntil: new Date(expiresAt.getTime() + 2 * minute),
        bookedById: entry.enteredById,
      },
      offer: {
        id: idOf('waiting offer'),
        waitingId: entry.id,
        bookingId: id,
        ...times,
        offeredAt,
        expiresAt,
        offeredById: coordinator.id,
        reason: 'Am Abend ist ausnahmsweise jemand da.',
      },
    },
  ];
}

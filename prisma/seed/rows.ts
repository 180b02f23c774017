import type { Prisma } from '../../server/kernel/generated/client.ts';
import { ageOn, dateOf } from '../../server/kernel/zoned-time.ts';
import { news2 } from '../../server/modules/triage/news2.ts';
import { type Case, times } from './history.ts';
import { idOf } from './ids.ts';
import { hospital } from './organisations.ts';

const minute = 60_000;
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);
const status = {
  answered: 'answered',
  unread: 'answered',
  owed: 'consulted',
  cancelled: 'cancelled',
  planned: 'planned',
} as const;

/** @param wording version of the consent text */
export function consentOf(one: Case, wording: string): Prisma.ConsentCreateManyInput {
  return {
    id: idOf(`consent ${one.id}`),
    patientId: one.patient.id,
    giver: one.patient.guardianName ? 'guardian' : 'patient',
    giverName: one.patient.guardianName,
    form: one.kind === 'urgent' ? 'verbal' : 'written',
    wording,
    recordedById: one.requester.id,
    recordedAt: times(one).asked,
  };
}

export function requestOf(one: Case): Prisma.ConsultRequestCreateManyInput {
  const { asked, parted, answered } = times(one);
  return {
    id: one.id,
    kind: one.kind,
    status: status[one.outcome],
    urgency: one.kind === 'urgent' ? 'urgent' : 'routine',
    patientId: one.patient.id,
    requesterOrganisationId: one.requester.organisationId,
    requesterAccountId: one.requester.id,
    requesterPractitionerId: one.requesterPractitionerId,
    providerOrganisationId: hospital.id,
    providerDepartmentId: one.departmentId,
    providerPractitionerId: one.specialist.practitionerId,
    specialtyCode: one.specialty,
    question: one.text.question,
    diagnoses: one.text.diagnoses,
    medication: one.patient.medication,
    allergies: one.patient.allergies,
    consentId: idOf(`consent ${one.id}`),
    answerDueAt: later(one.at, 24 * 60),
    plannedStart: one.kind === 'scheduled' ? one.at : null,
    plannedEnd: one.kind === 'scheduled' ? later(one.at, 20) : null,
    consultedAt: parted,
    answeredAt: answered,
    answerReadAt: one.outcome === 'answered' && answered ? later(answered, 40) : null,
    endReason: one.outcome === 'cancelled' ? 'patient_unable' : null,
    createdAt: asked,
  };
}

export function bookingOf(one: Case): Prisma.BookingCreateManyInput {
  return {
    id: idOf(`booking ${one.id}`),
    requestId: one.id,
    organisationId: one.requester.organisationId,
    departmentId: one.departmentId,
    practitionerId: one.specialist.practitionerId ?? '',
    state: one.outcome === 'planned' ? 'booked' : one.outcome === 'cancelled' ? 'cancelled' : 'fulfilled',
    startAt: one.at,
    endAt: later(one.at, 20),
    blockedFrom: one.at,
    blockedUntil: later(one.at, 25),
    bookedById: one.requester.id,
    createdAt: times(one).asked,
    requesterJoinedAt: times(one).met,
    providerJoinedAt: times(one).met,
    cancelledAt: one.outcome === 'cancelled' ? later(one.at, -600) : null,
    cancelReason: one.outcome === 'cancelled' ? 'patient_unable' : null,
  };
}

/** Values of somebody who is ill, and what they score. */
function observations({ random }: Case) {
  return {
    respiratoryRate: random.between(16, 26),
    oxygenSaturation: random.between(90, 98),
    onOxygen: random.chance(0.15),
    systolic: random.between(95, 165),
    pulse: random.between(64, 122),
    consciousness: random.chance(0.15) ? ('confusion' as const) : ('alert' as const),
    temperature: random.between(363, 391) / 10,
  };
}

export function urgentOf(one: Case): {
  urgent: Prisma.UrgentRequestCreateManyInput;
  vitals: Prisma.VitalSignsCreateManyInput;
} {
  const { met, parted } = times(one);
  const values = observations(one);
  const birthDate = one.patient.birthDate.toISOString().slice(0, 10);
  const score = news2(values, { ageYears: ageOn(birthDate, dateOf(one.at.getTime())) });
  const total = score.applicable ? score.total : null;
  const { specialist } = one;
  return {
    urgent: {
      id: idOf(`urgent ${one.id}`),
      requestId: one.id,
      urgency: 'urgent',
      suggestedUrgency: 'urgent',
      rules: '2026.1',
      situations: [one.random.pick(['new_confusion', 'breathlessness', 'fall', 'fever', 'wound'])],
      callbackPhone: '040 66969 131',
      news2: total,
      raisedAt: one.at,
      targetAt: later(one.at, 15),
      claimedAt: later(one.at, one.waited),
      claimedById: specialist.id,
      endedAt: parted ?? met,
    },
    vitals: {
      id: idOf(`vitals ${one.id}`),
      patientId: one.patient.id,
      requestId: one.id,
      takenAt: one.at,
      takenById: one.requester.id,
      ...values,
      diastolic: 75,
      news2: total,
    },
  };
}

export function reportOf(one: Case): Prisma.ReportCreateManyInput[] {
  const { answered } = times(one);
  if (!answered) return [];
  const { findings, assessment, recommendation, diagnoses } = one.text;
  return [
    {
      id: idOf(`report ${one.id}`),
      requestId: one.id,
      version: 1,
      state: 'final',
      findings,
      assessment,
      recommendation,
      diagnoses,
      authorId: one.specialist.id,
      createdAt: later(answered, -12),
      updatedAt: answered,
      finalisedAt: answered,
    },
  ];
}

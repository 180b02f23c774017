import type { Prisma } from '../../kernel/generated/client.ts';
import { presentPatientBanner, withKeeper } from '../patients/index.ts';
import { type ConsultRequest, Diagnosis } from './contract.ts';
import type { Side } from './policy.ts';

const physician = {
  select: { id: true, title: true, givenName: true, familyName: true, lanr: true },
} as const;

/** What a request's row must be read with to be shown. */
export const withSides = {
  patient: { include: withKeeper },
  requester: true,
  provider: { select: { id: true, name: true } },
  department: { select: { id: true, name: true, phone: true, specialty: true } },
  requesterPractitioner: physician,
  providerPractitioner: physician,
  consent: true,
  // The latest: a missed time may be followed by a new one.
  bookings: {
    where: { state: { not: 'cancelled' } },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.ConsultRequestInclude;

export type RequestRow = Prisma.ConsultRequestGetPayload<{ include: typeof withSides }>;

export const physicianName = (of: { title: string; givenName: string; familyName: string }): string =>
  [of.title, of.givenName, of.familyName].filter((part) => part !== '').join(' ');

/** Diagnoses as they are stored; what an older version wrote otherwise is left out. */
export const diagnosesOf = (stored: Prisma.JsonValue): Diagnosis[] =>
  Array.isArray(stored) ? stored.flatMap((one) => Diagnosis.safeParse(one).data ?? []) : [];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** @param personName display name of who sent it, '' when unknown */
export function presentRequest(row: RequestRow, side: Side, personName: string): ConsultRequest {
  const { requester, department, consent } = row;
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    urgency: row.urgency,
    side,
    patient: presentPatientBanner(row.patient),
    requester: {
      organisation: {
        id: requester.id,
        name: requester.name,
        kind: requester.kind,
        bsnr: requester.bsnr,
        street: requester.street,
        postalCode: requester.postalCode,
        city: requester.city,
        phone: requester.phone,
        email: requester.email,
      },
      person: { id: row.requesterAccountId, name: personName },
      practitioner: presentPhysician(row.requesterPractitioner),
    },
    provider: {
      organisation: row.provider,
      department: { id: department.id, name: department.name, phone: department.phone },
      practitioner: presentPhysician(row.providerPractitioner),
    },
    specialty: {
      code: department.specialty.code,
      nameDe: department.specialty.nameDe,
      nameEn: department.specialty.nameEn,
    },
    question: row.question,
    background: row.background,
    diagnoses: diagnosesOf(row.diagnoses),
    medication: row.medication,
    allergies: row.allergies,
    consent: consent && {
      giver: consent.giver,
      giverName: consent.giverName,
      form: consent.form,
      recordedAt: consent.recordedAt.toISOString(),
      revokedAt: iso(consent.revokedAt),
    },
    answerDueAt: row.answerDueAt.toISOString(),
    plannedStart: iso(row.plannedStart),
    plannedEnd: iso(row.plannedEnd),
    bookingId: row.bookings[0]?.id ?? null,
    consultedAt: iso(row.consultedAt),
    answeredAt: iso(row.answeredAt),
    answerReadAt: iso(row.answerReadAt),
    endReason: row.endReason,
    endNote: row.endNote,
    createdAt: row.createdAt.toISOString(),
  };
}

function presentPhysician(row: RequestRow['requesterPractitioner']) {
  return row && { id: row.id, name: physicianName(row), lanr: row.lanr };
}

import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { ConsultationFacts } from './facts.ts';

/** One request as the view `billing_case` shows it: no name of a patient, no question, no report. */
export type BillingCase = {
  requestId: string;
  number: number;
  kind: ConsultationFacts['kind'];
  specialityGroup: string;
  diagnoses: Prisma.JsonValue;
  questionComplete: boolean;
  patientId: string;
  kvnr: string | null;
  birthDate: Date;
  insuranceKind: ConsultationFacts['patient']['insurance'];
  payerIk: string | null;
  payerName: string | null;
  requesterId: string;
  requesterName: string;
  requesterKind: ConsultationFacts['requester']['kind'];
  requesterBsnr: string | null;
  requesterIk: string | null;
  requesterPractitionerId: string | null;
  requesterLanr: string | null;
  providerId: string;
  providerName: string;
  providerKind: ConsultationFacts['provider']['kind'];
  providerBsnr: string | null;
  providerIk: string | null;
  providerPractitionerId: string | null;
  providerLanr: string | null;
  consentGiver: 'patient' | 'guardian' | 'representative' | 'presumed' | null;
  consentForm: 'written' | 'verbal' | 'electronic' | null;
  consentRecordedAt: Date | null;
  consentRevokedAt: Date | null;
  startedAt: Date | null;
  closedAt: Date | null;
  presentSeconds: number | null;
  byPhone: boolean | null;
  reportFinalisedAt: Date | null;
};

/** Columns of the view, aliased `c`, as {@link BillingCase}. */
export const caseColumns = Prisma.sql`
  c.request_id::text as "requestId", c.number, c.kind, c.speciality_group as "specialityGroup", c.diagnoses,
  c.question_complete as "questionComplete", c.patient_id::text as "patientId", c.kvnr, c.birth_date as "birthDate",
  c.insurance_kind as "insuranceKind", c.payer_ik as "payerIk", c.payer_name as "payerName",
  c.requester_id::text as "requesterId", c.requester_name as "requesterName", c.requester_kind as "requesterKind",
  c.requester_bsnr as "requesterBsnr", c.requester_ik as "requesterIk",
  c.requester_practitioner_id::text as "requesterPractitionerId", c.requester_lanr as "requesterLanr",
  c.provider_id::text as "providerId", c.provider_name as "providerName", c.provider_kind as "providerKind",
  c.provider_bsnr as "providerBsnr", c.provider_ik as "providerIk",
  c.provider_practitioner_id::text as "providerPractitionerId", c.provider_lanr as "providerLanr",
  c.consent_giver as "consentGiver", c.consent_form as "consentForm", c.consent_recorded_at as "consentRecordedAt",
  c.consent_revoked_at as "consentRevokedAt", c.started_at as "startedAt", c.closed_at as "closedAt",
  c.present_seconds as "presentSeconds", c.by_phone as "byPhone", c.report_finalised_at as "reportFinalisedAt"`;

/** In the order of service; those that never began come last. */
export const findCases = (tx: Tx, requestIds: readonly string[]): Promise<BillingCase[]> =>
  tx.$queryRaw<BillingCase[]>`
    select ${caseColumns} from billing_case c where c.request_id = any(${[...requestIds]}::uuid[])
    order by c.started_at, c.request_id`;

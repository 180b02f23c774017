import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { ConsentFields } from '../patients/contract.ts';
import { keptPatient, recordConsent } from '../patients/index.ts';
import { checkDiagnoses } from './check-diagnoses.ts';
import { whatIsMissing } from './completeness.ts';
import type { Diagnosis, RequestKind, Urgency } from './contract.ts';
import { mayRequest } from './policy.ts';

export type NewRequest = {
  kind: RequestKind;
  urgency: Urgency;
  patientId: string;
  /** The requesting physician, of the actor's organisation; null when a care home asks. */
  requesterPractitionerId: string | null;
  providerDepartmentId: string;
  /** Scheduled: whose time is booked. */
  providerPractitionerId?: string | null;
  question: string;
  background?: string | null;
  diagnoses?: readonly Diagnosis[];
  /** null = not asked, '' = none. */
  medication?: string | null;
  allergies?: string | null;
  consent: ConsentFields | null;
  answerDueAt: Date;
  /** Scheduled without a time: it waits for one, unseen by the department. */
  planned?: { start: Date; end: Date };
};

/**
 * Makes a consult request with its consent, inside the caller's transaction, and records `request.created`.
 * @throws invalid `consent_missing` or `request_incomplete` with the fields; notFound for a patient of somebody else,
 * an unknown department or a physician of another organisation
 */
export async function createRequest(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  input: NewRequest,
): Promise<{ id: string; number: number; patientId: string }> {
  if (!mayRequest(actor)) throw forbidden();
  const patient = await keptPatient(tx, actor, input.patientId);
  const requester = await tx.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
  const physician = await requestingPhysician(tx, actor, input.requesterPractitionerId);
  const department = await tx.department.findFirst({
    where: { id: input.providerDepartmentId, active: true, organisation: { active: true } },
    select: { id: true, organisationId: true, specialtyCode: true },
  });
  if (!department) throw notFound('department');

  const { diagnoses, fields } = checkDiagnoses(input.diagnoses ?? []);
  if (Object.keys(fields).length > 0) throw invalid('request_incomplete', { fields });
  const missing = whatIsMissing({
    kind: input.kind,
    requesterKind: requester.kind,
    requester,
    lanr: physician?.lanr ?? null,
    practitionerNamed: physician !== null,
    patient,
    question: input.question,
    diagnoses: diagnoses.length,
    medication: input.medication ?? null,
    consent: input.consent,
    answerDueAt: input.answerDueAt.getTime(),
    earliestAnswer: (input.planned?.end ?? deps.clock.now()).getTime(),
  });
  if (missing || !input.consent) {
    throw invalid(missing?.code ?? 'consent_missing', { fields: missing?.fields ?? { consent: 'required' } });
  }

  const consent = await recordConsent(deps, tx, actor, { ...input.consent, patientId: patient.id });
  const row = await tx.consultRequest.create({
    data: {
      kind: input.kind,
      status: input.kind === 'scheduled' && input.planned ? 'planned' : 'waiting',
      directed: input.kind !== 'scheduled' || input.planned !== undefined,
      urgency: input.urgency,
      patientId: patient.id,
      requesterOrganisationId: actor.organisationId,
      requesterAccountId: actor.accountId,
      requesterPractitionerId: physician?.id ?? null,
      providerOrganisationId: department.organisationId,
      providerDepartmentId: department.id,
      providerPractitionerId: input.providerPractitionerId ?? null,
      specialtyCode: department.specialtyCode,
      question: input.question,
      background: input.background || null,
      diagnoses,
      medication: input.medication ?? null,
      allergies: input.allergies ?? patient.allergies,
      consentId: consent.id,
      answerDueAt: input.answerDueAt,
      plannedStart: input.planned?.start ?? null,
      plannedEnd: input.planned?.end ?? null,
      createdAt: deps.clock.now(),
    },
    select: { id: true, number: true, patientId: true },
  });
  await deps.record(tx, actor, {
    type: 'request.created',
    subject: { kind: 'request', id: row.id },
    patientId: row.patientId,
    requestId: row.id,
    payload: {
      kind: input.kind,
      urgency: input.urgency,
      departmentId: department.id,
      specialty: department.specialtyCode,
    },
  });
  return row;
}

async function requestingPhysician(tx: Tx, actor: Actor, id: string | null) {
  if (id === null) return null;
  const found = await tx.practitioner.findFirst({
    where: { id, organisationId: actor.organisationId, active: true },
    select: { id: true, lanr: true },
  });
  if (!found) throw notFound('practitioner');
  return found;
}

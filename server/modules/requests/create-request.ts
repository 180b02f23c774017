import type { Actor } from '../../kernel/actor.ts';
import { ask, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import { sql } from '../../kernel/statement.ts';
import type { ConsentFields } from '../patients/contract.ts';
import { recordConsent } from '../patients/index.ts';
import { checkDiagnoses } from './check-diagnoses.ts';
import { whatIsMissing } from './completeness.ts';
import type { Diagnosis, RequestKind, Urgency } from './contract.ts';
import { mayRequest } from './policy.ts';
import { requestGround } from './request-ground.ts';

export type NewRequest = {
  kind: RequestKind;
  urgency: Urgency;
  patientId: string;
  /** The requesting physician; null when a care home asks, undefined = see {@link requestGround}. */
  requesterPractitionerId: string | null | undefined;
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
  const { patient, department, physician, ...ground } = await requestGround(
    tx,
    actor,
    input.patientId,
    input.providerDepartmentId,
    input.requesterPractitionerId,
  );
  const { diagnoses, fields } = checkDiagnoses(input.diagnoses ?? []);
  if (Object.keys(fields).length > 0) throw invalid('request_incomplete', { fields });
  const missing = whatIsMissing({
    kind: input.kind,
    ...ground,
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
  const scheduled = input.kind === 'scheduled';
  const [row] = await ask<{ id: string; number: number; patientId: string }>(
    tx,
    sql`insert into consult_request (kind, status, directed, urgency, patient_id, requester_organisation_id,
        requester_account_id, requester_practitioner_id, provider_organisation_id, provider_department_id,
        provider_practitioner_id, specialty_code, question, background, diagnoses, medication, allergies, consent_id,
        answer_due_at, planned_start, planned_end, created_at)
      values (${input.kind}, ${scheduled && input.planned ? 'planned' : 'waiting'},
        ${!scheduled || input.planned !== undefined}, ${input.urgency}, ${patient.id}, ${actor.organisationId},
        ${actor.accountId}, ${physician?.id ?? null}, ${department.organisationId}, ${department.id},
        ${input.providerPractitionerId ?? null}, ${department.specialtyCode}, ${input.question},
        ${input.background || null}, ${JSON.stringify(diagnoses)}, ${input.medication ?? null},
        ${input.allergies ?? patient.allergies}, ${consent.id}, ${input.answerDueAt}, ${input.planned?.start ?? null},
        ${input.planned?.end ?? null}, ${deps.clock.now()})
      returning id, number, patient_id as "patientId"`,
  );
  if (!row) throw new Error('a request that was just made is not there');
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

import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import { serialise } from '../../kernel/lock.ts';
import { dateOf } from '../../kernel/zoned-time.ts';
import { checkPatient } from './check-patient.ts';
import type { Patient, PatientFields } from './contract.ts';
import { mayKeepPatients } from './policy.ts';
import { type PatientRow, presentPatient, withKeeper } from './present.ts';

/**
 * Takes up a patient for the actor's organisation, inside the caller's transaction.
 * @throws invalid `patient_invalid` with the fields; conflict `patient_exists` with `{ patientId }`
 */
export async function takeUpPatient(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  entered: PatientFields,
): Promise<PatientRow> {
  if (!mayKeepPatients(actor)) throw forbidden();
  const { patient, fields } = checkPatient(entered, dateOf(deps.clock.now().getTime()));
  if (Object.keys(fields).length > 0) throw invalid('patient_invalid', { fields });
  await refuseTwin(tx, actor.organisationId, patient.kvnr ?? null);
  const { birthDate, insuranceKind, ...rest } = patient;
  const row = await tx.patient.create({
    data: {
      ...rest,
      familyName: entered.familyName,
      givenName: entered.givenName,
      sex: entered.sex,
      birthDate: birthDate ?? new Date(entered.birthDate),
      insuranceKind: insuranceKind ?? 'GKV',
      organisationId: actor.organisationId,
    },
    include: withKeeper,
  });
  await deps.record(tx, actor, {
    type: 'patient.created',
    subject: { kind: 'patient', id: row.id },
    patientId: row.id,
  });
  return row;
}

/** One record per insurance number and organisation: two hands at once would make two charts of one person. */
export async function refuseTwin(
  tx: Tx,
  organisationId: string,
  kvnr: string | null,
  self?: string,
): Promise<void> {
  if (kvnr === null) return;
  await serialise(tx, `patient:${organisationId}:${kvnr}`);
  const twin = await tx.patient.findFirst({ where: { organisationId, kvnr }, select: { id: true } });
  if (twin && twin.id !== self) {
    throw conflict('patient_exists', { fields: { kvnr: 'patient_exists' }, data: { patientId: twin.id } });
  }
}

export const createPatient = (deps: Deps, actor: Actor, input: PatientFields, call: Call): Promise<Patient> =>
  deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => presentPatient(await takeUpPatient(deps, tx, actor, input))),
  );

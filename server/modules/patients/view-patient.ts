import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Patient } from './contract.ts';
import { keepsPatient, maySeePatients } from './policy.ts';
import { type PatientRow, presentPatient, withKeeper } from './present.ts';

/**
 * A patient of whom the actor may know: kept by the own organisation, or one about whom the own department was asked.
 * Recording the view is the caller's.
 * @throws notFound `patient_not_found` for every other
 */
export async function patientForActor(tx: Tx, actor: Actor, id: string): Promise<PatientRow> {
  const row = maySeePatients(actor)
    ? await tx.patient.findUnique({ where: { id }, include: withKeeper })
    : null;
  if (!row) throw notFound('patient');
  return row;
}

/** A patient whose record the actor's organisation keeps. @throws notFound `patient_not_found` for every other */
export async function keptPatient(tx: Tx, actor: Actor, id: string): Promise<PatientRow> {
  const row = await patientForActor(tx, actor, id);
  if (!keepsPatient(actor, row)) throw notFound('patient');
  return row;
}

export const viewPatient = (deps: Deps, actor: Actor, input: { id: string }): Promise<Patient> =>
  deps.db.as(actor, async (tx) => {
    const row = await patientForActor(tx, actor, input.id);
    await deps.record(tx, actor, {
      type: 'patient.viewed',
      subject: { kind: 'patient', id: row.id },
      patientId: row.id,
    });
    return presentPatient(row);
  });

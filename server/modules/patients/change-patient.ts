import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import { dateOf } from '../../kernel/zoned-time.ts';
import { checkPatient } from './check-patient.ts';
import type { changePatient as endpoint, Patient } from './contract.ts';
import { keepsPatient, maySeePatients } from './policy.ts';
import { presentPatient, withKeeper } from './present.ts';
import { refuseTwin } from './take-up-patient.ts';

/** Changes the named fields. A department that was asked sees a patient, but only the keeper changes the record. */
export function changePatient(deps: Deps, actor: Actor, input: Input<typeof endpoint>): Promise<Patient> {
  const { id, active, ...entered } = input;
  return deps.db.as(actor, async (tx) => {
    const before = await tx.patient.findUnique({ where: { id }, include: withKeeper });
    if (!before || !maySeePatients(actor)) throw notFound('patient');
    if (!keepsPatient(actor, before)) throw forbidden();
    const { patient, fields } = checkPatient(entered, dateOf(deps.clock.now().getTime()));
    if (Object.keys(fields).length > 0) throw invalid('patient_invalid', { fields });
    if (patient.kvnr && patient.kvnr !== before.kvnr) {
      await refuseTwin(tx, before.organisationId, patient.kvnr, id);
    }
    const row = await tx.patient.update({
      where: { id },
      data: { ...patient, ...(active === undefined ? {} : { active }) },
      include: withKeeper,
    });
    await deps.record(tx, actor, {
      type: 'patient.changed',
      subject: { kind: 'patient', id },
      patientId: id,
      payload: { fields: [...Object.keys(patient), ...(active === undefined ? [] : ['active'])] },
    });
    return presentPatient(row);
  });
}

import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { VitalValues } from './contract.ts';

/** Stores one set of values and records it. `where`: rooms that hear of it; null when another event tells them. */
export async function storeVitalSigns(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  given: { patientId: string; requestId: string; values: VitalValues; news2: number | null },
  where: { departmentId: string; organisationId: string; urgency?: string } | null,
): Promise<void> {
  const { patientId, requestId, values, news2 } = given;
  const row = await tx.vitalSigns.create({
    data: {
      patientId,
      requestId,
      takenAt: deps.clock.now(),
      takenById: actor.accountId,
      respiratoryRate: values.respiratoryRate ?? null,
      oxygenSaturation: values.oxygenSaturation ?? null,
      onOxygen: values.onOxygen ?? null,
      systolic: values.systolic ?? null,
      diastolic: values.diastolic ?? null,
      pulse: values.pulse ?? null,
      consciousness: values.consciousness ?? null,
      temperature: values.temperature ?? null,
      glucose: values.glucose ?? null,
      pain: values.pain ?? null,
      news2,
    },
    select: { id: true },
  });
  await deps.record(tx, actor, {
    type: 'vital_signs.taken',
    subject: { kind: 'vital_signs', id: row.id },
    patientId,
    requestId,
    payload: { news2, ...where },
  });
}

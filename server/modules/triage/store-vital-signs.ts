import type { Actor } from '../../kernel/actor.ts';
import { ask, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { sql } from '../../kernel/statement.ts';
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
  const [row] = await ask<{ id: string }>(
    tx,
    sql`insert into vital_signs (patient_id, request_id, taken_at, taken_by_id, respiratory_rate, oxygen_saturation,
        on_oxygen, systolic, diastolic, pulse, consciousness, temperature, glucose, pain, news2)
      values (${patientId}, ${requestId}, ${deps.clock.now()}, ${actor.accountId}, ${values.respiratoryRate ?? null},
        ${values.oxygenSaturation ?? null}, ${values.onOxygen ?? null}, ${values.systolic ?? null},
        ${values.diastolic ?? null}, ${values.pulse ?? null}, ${values.consciousness ?? null},
        ${values.temperature ?? null}, ${values.glucose ?? null}, ${values.pain ?? null}, ${news2})
      returning id`,
  );
  if (!row) throw new Error('values that were just stored are not there');
  await deps.record(tx, actor, {
    type: 'vital_signs.taken',
    subject: { kind: 'vital_signs', id: row.id },
    patientId,
    requestId,
    payload: { news2, ...where },
  });
}

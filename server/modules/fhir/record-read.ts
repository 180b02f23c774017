import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Found, Served } from './served/served.ts';

/** One event per answer that told of patients: which type, whose, by whom. */
export async function recordRead(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  served: Served,
  found: readonly Found[],
): Promise<void> {
  if (!served.clinical || found.length === 0) return;
  const patientIds = [...new Set(found.flatMap((one) => one.about.patientId ?? []))];
  const [first] = found;
  const single = found.length === 1 && first ? first : null;
  await deps.record(tx, actor, {
    type: 'fhir.viewed',
    subject: { kind: served.type, id: single?.resource.id ?? 'search' },
    ...(patientIds.length === 1 && patientIds[0] ? { patientId: patientIds[0] } : {}),
    ...(single?.about.requestId ? { requestId: single.about.requestId } : {}),
    payload: { count: found.length, patientIds },
  });
}

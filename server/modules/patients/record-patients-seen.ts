import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';

/** One audit event for a whole list: who was on it. Nothing for an empty one. */
export async function recordPatientsSeen(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  list: string,
  patientIds: readonly string[],
): Promise<void> {
  if (patientIds.length === 0) return;
  await deps.record(tx, actor, {
    type: 'patient.viewed',
    subject: { kind: 'list', id: list },
    payload: { patientIds: [...new Set(patientIds)] },
  });
}

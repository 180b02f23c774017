import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';

/** One audit row for a list that shows patients; none for an empty list. */
export async function recordPatientsSeen(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  kind: string,
  id: string,
  items: readonly { patient: { id: string } }[],
): Promise<void> {
  if (items.length === 0) return;
  await deps.record(tx, actor, {
    type: 'patient.viewed',
    subject: { kind, id },
    payload: { patientIds: [...new Set(items.map(({ patient }) => patient.id))] },
  });
}

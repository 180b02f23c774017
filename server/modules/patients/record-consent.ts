import type { Actor } from '../../kernel/actor.ts';
import { ask, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { invalid } from '../../kernel/errors.ts';
import { sql } from '../../kernel/statement.ts';
import type { ConsentFields } from './contract.ts';

/**
 * Documents a consent, inside the caller's transaction.
 * @throws invalid `consent_incomplete` at `consent.giverName` when somebody else than the patient gives it unnamed
 */
export async function recordConsent(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  given: ConsentFields & { patientId: string },
): Promise<{ id: string }> {
  const stranger = given.giver === 'guardian' || given.giver === 'representative';
  if (stranger && !given.giverName) {
    throw invalid('consent_incomplete', { fields: { 'consent.giverName': 'required' } });
  }
  const [row] = await ask<{ id: string }>(
    tx,
    sql`insert into consent (patient_id, giver, giver_name, form, wording, recorded_by_id, recorded_at)
      values (${given.patientId}, ${given.giver}, ${given.giverName || null}, ${given.form}, ${given.wording},
        ${actor.accountId}, ${deps.clock.now()})
      returning id`,
  );
  if (!row) throw new Error('a consent that was just given is not there');
  return row;
}

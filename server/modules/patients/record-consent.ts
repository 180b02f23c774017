import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { invalid } from '../../kernel/errors.ts';
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
  return tx.consent.create({
    data: {
      patientId: given.patientId,
      giver: given.giver,
      giverName: given.giverName || null,
      form: given.form,
      wording: given.wording,
      recordedById: actor.accountId,
      recordedAt: deps.clock.now(),
    },
    select: { id: true },
  });
}

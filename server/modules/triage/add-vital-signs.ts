import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { hasValues, refuseImplausible } from './check-entries.ts';
import type { addVitalSigns as endpoint } from './contract.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { rescore } from './rescore.ts';
import { storeVitalSigns } from './store-vital-signs.ts';
import { stateAfter } from './urgent-state.ts';

/**
 * Adds values to an open request. With what was known before they give a new score, by which the queue is ordered;
 * the urgency rises where the rules now suggest more (TRIAGE_SORTING=rule), and never falls by itself.
 * @throws invalid `vital_signs_missing` or `vital_signs_implausible`; conflict `request_state` when it is over
 */
export async function addVitalSigns(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  const { requestId, vitals } = input;
  if (!hasValues(vitals)) throw invalid('vital_signs_missing', { fields: { vitals: 'vital_signs_missing' } });
  refuseImplausible(vitals);
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      // Locked, so that of two sets added at once the second is scored with the first.
      const own = await lockOwnUrgentRequest(tx, actor, requestId, 'requester');
      const { row, urgent, where } = own;
      if (!stateAfter(row.status, 'add_values')) {
        throw conflict('request_state', { data: { status: row.status } });
      }
      const { situations, pregnant } = urgent;
      const { stored, urgency, rises } = await rescore(deps, tx, own, {
        vitals,
        situations,
        pregnant,
        chosen: null,
      });
      const set = { patientId: row.patientId, requestId, values: vitals, news2: stored };
      await storeVitalSigns(deps, tx, actor, set, { ...where, ...(rises ? { urgency } : {}) });
      return { requestId, news2: stored, urgency };
    }),
  );
}

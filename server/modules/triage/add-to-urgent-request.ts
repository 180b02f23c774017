import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { sendAttachments } from '../patients/index.ts';
import type { addToUrgentRequest as endpoint } from './addition-contract.ts';
import { hasValues, knownSituations, refuseImplausible } from './check-entries.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { rescore } from './rescore.ts';
import { storeVitalSigns } from './store-vital-signs.ts';
import { stateAfter } from './urgent-state.ts';

type Given = Input<typeof endpoint>;

/**
 * Adds what was entered for somebody whose request is open already: values, situations, texts and pictures, in one
 * transaction. The request is scored anew with all of it; its urgency may rise. Texts stay out of the event log.
 * @throws invalid `addition_empty`, at the field; conflict `request_state` when it is over; notFound of another house
 */
export async function addToUrgentRequest(
  deps: Deps,
  actor: Actor,
  input: Given,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  const { requestId, vitals } = input;
  const situations = knownSituations(input.situations ?? []);
  const words = wordsOf(input);
  const attachments = input.attachments ?? [];
  const chosen = input.urgency ?? null;
  const says = situations.length > 0 || Object.values(words).some((value) => value !== null);
  const changes = chosen !== null || input.pregnant === true || Boolean(input.callbackPhone);
  if (!says && !changes && attachments.length === 0 && !hasValues(vitals)) throw invalid('addition_empty');
  refuseImplausible(vitals);
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const own = await lockOwnUrgentRequest(tx, actor, requestId, 'requester');
      const { row, urgent, where } = own;
      const { patientId } = row;
      if (!stateAfter(row.status, 'add_values')) {
        throw conflict('request_state', { data: { status: row.status } });
      }
      const pregnant = urgent.pregnant || (input.pregnant === true && row.patient.sex !== 'male');
      const known = [...new Set([...urgent.situations, ...situations])];
      const scored = await rescore(deps, tx, own, { vitals, situations: known, pregnant, chosen });
      await tx.urgentRequest.update({
        where: { requestId },
        data: {
          situations: known,
          pregnant,
          ...(input.callbackPhone ? { callbackPhone: input.callbackPhone } : {}),
        },
      });
      if (hasValues(vitals)) {
        const set = { patientId, requestId, values: vitals, news2: scored.stored };
        await storeVitalSigns(deps, tx, actor, set, null);
      }
      await sendAttachments(tx, actor, { patientId, requestId, ids: attachments });
      const addition = await tx.urgentAddition.create({
        data: {
          requestId,
          situations,
          ...words,
          pictures: attachments.length,
          hasValues: hasValues(vitals),
          byId: actor.accountId,
          at: deps.clock.now(),
        },
        select: { id: true },
      });
      await deps.record(tx, actor, {
        type: 'urgent.added',
        subject: { kind: 'request', id: requestId },
        patientId,
        requestId,
        payload: {
          ...where,
          additionId: addition.id,
          pictures: attachments.length,
          news2: scored.stored,
          ...(scored.rises ? { urgency: scored.urgency } : {}),
        },
      });
      return { requestId, news2: scored.stored, urgency: scored.urgency };
    }),
  );
}

const wordsOf = ({ situationNote, background, onset, wanted }: Given) => ({
  note: situationNote || null,
  background: background || null,
  onset: onset ?? null,
  wanted: wanted ?? null,
});

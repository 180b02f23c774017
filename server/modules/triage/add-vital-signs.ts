import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { ageOn, dateOf } from '../../kernel/zoned-time.ts';
import { asLevel, hasValues, knownSituations, refuseImplausible } from './check-entries.ts';
import type { addVitalSigns as endpoint, UrgencyLevel } from './contract.ts';
import { lastKnown, valuesOf } from './known-values.ts';
import { hastenStep } from './ladder/hasten-step.ts';
import { settingsOf, targetAfter } from './ladder/settings-of.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { byScore } from './present-queue.ts';
import { scoreVitalSigns, suggestFor } from './score-vital-signs.ts';
import { oxygenScaleOf } from './scoring/oxygen-scale.ts';
import { storeVitalSigns } from './store-vital-signs.ts';
import { isMoreUrgent } from './urgency.ts';
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
  if (!hasValues(input.vitals))
    throw invalid('vital_signs_missing', { fields: { vitals: 'vital_signs_missing' } });
  refuseImplausible(input.vitals);
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      // Locked, so that of two sets added at once the second is scored with the first.
      const { row, urgent, where } = await lockOwnUrgentRequest(tx, actor, input.requestId, 'requester');
      const requestId = row.id;
      if (!stateAfter(row.status, 'add_values')) {
        throw conflict('request_state', { data: { status: row.status } });
      }
      const before = await tx.vitalSigns.findMany({ where: { requestId }, orderBy: { takenAt: 'asc' } });
      const known = lastKnown([...before.map(valuesOf), input.vitals]);
      const today = dateOf(deps.clock.now().getTime());
      const { news2, stored } = scoreVitalSigns(known, {
        ageYears: ageOn(row.patient.birthDate.toISOString().slice(0, 10), today),
        pregnant: urgent.pregnant,
        oxygenScale: await oxygenScaleOf(tx, row.patientId),
      });
      const suggestion = suggestFor(knownSituations(urgent.situations), known, news2, today);
      const current = asLevel(urgent.urgency);
      // Where no score may sort people, a person raises the urgency.
      const rises = byScore(deps.config) && isMoreUrgent(suggestion.urgency, current);
      const urgency: UrgencyLevel = rises ? asLevel(suggestion.urgency) : current;
      await tx.urgentRequest.update({
        where: { requestId },
        data: {
          news2: stored,
          suggestedUrgency: asLevel(suggestion.urgency),
          rules: suggestion.rules,
          ...(urgency === current
            ? {}
            : {
                urgency,
                targetAt: sooner(
                  urgent.targetAt,
                  targetAfter(await settingsOf(tx, where.departmentId, urgency, today), deps.clock.now()),
                ),
                ...(await hastenStep(deps, tx, urgent, where.departmentId, urgency)),
              }),
        },
      });
      // The request carries a copy of its urgency for the lists of both sides.
      if (urgency !== current)
        await tx.consultRequest.update({ where: { id: requestId }, data: { urgency } });
      await storeVitalSigns(
        deps,
        tx,
        actor,
        { patientId: row.patientId, requestId, values: input.vitals, news2: stored },
        { ...where, ...(rises ? { urgency } : {}) },
      );
      return { requestId, news2: stored, urgency };
    }),
  );
}

const sooner = (a: Date, b: Date): Date => (a < b ? a : b);

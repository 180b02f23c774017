import type { Actor } from '../../kernel/actor.ts';
import { ask, asSoftware, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import { sql } from '../../kernel/statement.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { ageOn, dateOf } from '../../kernel/zoned-time.ts';
import { sendAttachments } from '../patients/index.ts';
import { createRequest } from '../requests/index.ts';
import { asLevel, hasValues, knownSituations, refuseImplausible, refuseUnreasoned } from './check-entries.ts';
import type { raiseUrgentRequest as endpoint } from './contract.ts';
import { settingsOf, targetAfter } from './ladder/settings-of.ts';
import { startRound } from './ladder/start-round.ts';
import { mayRaise } from './policy.ts';
import { scoreVitalSigns, suggestFor } from './score-vital-signs.ts';
import { oxygenScaleOf } from './scoring/oxygen-scale.ts';
import { storeVitalSigns } from './store-vital-signs.ts';
import { departmentFor } from './urgent-routing.ts';

type Given = Input<typeof endpoint>;

/**
 * Raises an urgent request with its values, documented consent and suggested urgency, and lets it ring: in one
 * transaction.
 * @throws invalid at the field; conflict `urgent_request_open` with `{ requestId }` of the one that is open;
 * notFound for a resident of another house
 */
export async function raiseUrgentRequest(
  deps: Deps,
  actor: Actor,
  input: Given,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  if (!mayRaise(actor)) throw forbidden();
  refuseImplausible(input.vitals);
  const situations = knownSituations(input.situations);
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const resident = await residentAlone(tx, actor, input.patientId);
      const now = deps.clock.now();
      const today = dateOf(now.getTime());
      const pregnant = pregnantOf(resident, input.pregnant);
      const { news2, stored } = scoreVitalSigns(input.vitals, {
        ageYears: ageOn(resident.birthDate, today),
        pregnant,
        oxygenScale: await oxygenScaleOf(tx, resident.id),
      });
      const suggestion = suggestFor(situations, input.vitals, news2, today);
      refuseUnreasoned(suggestion.urgency, input.urgency, input.urgencyReason ?? null);
      const department = await departmentFor(tx, input.specialtyCode, now);
      const targetAt = targetAfter(await settingsOf(tx, department.id, input.urgency, today), now);
      const request = await createRequest(deps, tx, actor, {
        kind: 'urgent',
        urgency: input.urgency,
        patientId: resident.id,
        requesterPractitionerId: null,
        providerDepartmentId: department.id,
        question: input.question,
        background: input.background ?? null,
        medication: resident.medication,
        allergies: resident.allergies,
        consent: input.consent,
        answerDueAt: targetAt,
      });
      await ask(
        tx,
        sql`insert into urgent_request (request_id, urgency, suggested_urgency, rules, urgency_reason, situations,
            situation_note, onset, wanted, callback_phone, news2, pregnant, raised_at, target_at)
          values (${request.id}, ${input.urgency}, ${asLevel(suggestion.urgency)}, ${suggestion.rules},
            ${input.urgencyReason || null}, ${situations}, ${input.situationNote || null}, ${input.onset ?? null},
            ${input.wanted ?? null}, ${input.callbackPhone ?? resident.homePhone}, ${stored}, ${pregnant}, ${now},
            ${targetAt})`,
      );
      const sent = { patientId: resident.id, requestId: request.id, ids: input.attachments ?? [] };
      await sendAttachments(tx, actor, sent);
      if (hasValues(input.vitals)) {
        const set = { patientId: resident.id, requestId: request.id, values: input.vitals, news2: stored };
        await storeVitalSigns(deps, tx, actor, set, null);
      }
      await deps.record(tx, actor, {
        type: 'urgent.raised',
        subject: { kind: 'request', id: request.id },
        patientId: resident.id,
        requestId: request.id,
        payload: {
          departmentId: department.id,
          organisationId: actor.organisationId,
          urgency: input.urgency,
          suggested: suggestion.urgency,
          because: suggestion.because,
          rules: suggestion.rules,
          news2: stored,
        },
      });
      await asSoftware(tx, () => startRound(deps, tx, actor, request.id, 'raised'));
      return { requestId: request.id };
    }),
  );
}

type Resident = {
  id: string;
  birthDate: string;
  sex: string;
  medication: string | null;
  allergies: string | null;
  homePhone: string;
};

/** @throws invalid `pregnant_implausible` for a man */
function pregnantOf({ sex }: Resident, given: boolean | null | undefined): boolean {
  if (given && sex === 'male') {
    throw invalid('pregnant_implausible', { fields: { pregnant: 'pregnant_implausible' } });
  }
  return given ?? false;
}

/** The resident, locked: of two who ask for the same person at once, the second finds the first one's request. */
async function residentAlone(tx: Tx, actor: Actor, patientId: string): Promise<Resident> {
  const [resident] = await ask<Resident>(
    tx,
    sql`select p.id, p.birth_date::text as "birthDate", p.sex::text as sex, p.medication, p.allergies, o.phone as "homePhone"
    from patient p join organisation o on o.id = p.organisation_id
    where p.id = ${patientId} and p.organisation_id = ${actor.organisationId} and p.active
    for no key update of p`,
  );
  if (!resident) throw notFound('patient');
  const [open] = await ask<{ id: string }>(
    tx,
    sql`select id from consult_request
      where patient_id = ${patientId} and kind = 'urgent' and status in ('waiting', 'accepted', 'in_consultation')
      limit 1`,
  );
  if (open) throw conflict('urgent_request_open', { data: { requestId: open.id } });
  return resident;
}

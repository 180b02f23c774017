import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { ageOn, dateOf } from '../../kernel/zoned-time.ts';
import { namesOf, presentRequest } from '../requests/index.ts';
import { asLevel } from './check-entries.ts';
import { type getUrgentRequest as endpoint, Onset, type VitalSigns, Wanted } from './contract.ts';
import { viewHelpers } from './helpers/view-helpers.ts';
import { lastKnown, valuesOf } from './known-values.ts';
import { viewLadder } from './ladder/view-ladder.ts';
import { viewMessages } from './ladder/view-messages.ts';
import { onCallOf } from './on-call/on-call-now.ts';
import { reachedUrgentRequest } from './own-urgent-request.ts';
import { scoreVitalSigns, suggestFor } from './score-vital-signs.ts';
import { viewOxygenScale } from './scoring/oxygen-scale.ts';
import { type Situation, situations } from './urgency.ts';
import { viewAdditions } from './view-additions.ts';

const shown = 20;

/** One urgent request with everything that was entered, for its two sides; is recorded. */
export async function viewUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { row, urgent, side, where } = await reachedUrgentRequest(tx, actor, requestId);
    const sets = await tx.vitalSigns.findMany({
      where: { patientId: row.patientId },
      orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
      take: shown,
    });
    const claimedBy = urgent.claimedById;
    const names = await namesOf(tx, [
      row.requesterAccountId,
      ...(claimedBy ? [claimedBy] : []),
      ...sets.map(({ takenById }) => takenById),
    ]);
    await deps.record(tx, actor, {
      type: 'request.viewed',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
    });
    const birthDate = row.patient.birthDate.toISOString().slice(0, 10);
    const scoring = await viewOxygenScale(tx, row.patientId);
    const contextAt = (at: Date) => ({
      ageYears: ageOn(birthDate, dateOf(at.getTime())),
      pregnant: urgent.pregnant,
      oxygenScale: scoring.scale,
    });
    const ofThis = sets.filter((set) => set.requestId === requestId).reverse();
    const known = lastKnown(ofThis.map(valuesOf));
    const { news2 } = scoreVitalSigns(known, contextAt(urgent.raisedAt));
    const suggestion = suggestFor(
      urgent.situations.filter(isSituation),
      known,
      news2,
      dateOf(urgent.raisedAt.getTime()),
    );
    return {
      request: presentRequest(row, side, names.get(row.requesterAccountId) ?? ''),
      urgency: asLevel(urgent.urgency),
      suggested: {
        urgency: asLevel(urgent.suggestedUrgency),
        because: suggestion.because,
        rules: urgent.rules,
      },
      urgencyReason: urgent.urgencyReason,
      situations: urgent.situations,
      situationNote: urgent.situationNote,
      onset: Onset.nullable().catch(null).parse(urgent.onset),
      wanted: Wanted.nullable().catch(null).parse(urgent.wanted),
      callbackPhone: urgent.callbackPhone,
      pregnant: urgent.pregnant,
      oxygenScale: scoring,
      onCall: await onCallOf(tx, where.departmentId, deps.clock.now()),
      raisedAt: urgent.raisedAt.toISOString(),
      targetAt: urgent.targetAt.toISOString(),
      claimedAt: urgent.claimedAt?.toISOString() ?? null,
      claimedBy: claimedBy ? (names.get(claimedBy) ?? '') : null,
      ladder: await viewLadder(tx, row, urgent, deps.clock.now()),
      ambulanceCalledAt: urgent.ambulanceCalledAt?.toISOString() ?? null,
      messages: await viewMessages(tx, requestId),
      additions: await viewAdditions(tx, requestId),
      helpers: await viewHelpers(tx, requestId),
      vitalSigns: sets.map((set): z.input<typeof VitalSigns> => {
        // A set of this request was scored with what was known from the ones before it.
        const upToIt = set.requestId === requestId ? ofThis.slice(0, ofThis.indexOf(set) + 1) : [set];
        const score = scoreVitalSigns(lastKnown(upToIt.map(valuesOf)), contextAt(set.takenAt)).news2;
        return {
          id: set.id,
          takenAt: set.takenAt.toISOString(),
          takenBy: names.get(set.takenById) ?? '',
          values: valuesOf(set),
          news2:
            set.news2 === null
              ? null
              : {
                  value: set.news2,
                  complete: score.applicable && score.complete,
                  takenAt: set.takenAt.toISOString(),
                },
        };
      }),
    };
  });
}

const isSituation = (code: string): code is Situation => situations.some((known) => known === code);

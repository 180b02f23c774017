import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { ageOn, dateOf } from '../../kernel/zoned-time.ts';
import { asLevel, knownSituations } from './check-entries.ts';
import type { UrgencyLevel, VitalValues } from './contract.ts';
import { lastKnown, valuesOf } from './known-values.ts';
import { hastenStep } from './ladder/hasten-step.ts';
import { settingsOf, targetAfter } from './ladder/settings-of.ts';
import type { Own } from './own-urgent-request.ts';
import { byScore } from './present-queue.ts';
import { scoreVitalSigns, suggestFor } from './score-vital-signs.ts';
import { oxygenScaleOf } from './scoring/oxygen-scale.ts';
import { isMoreUrgent, type Urgency } from './urgency.ts';

type News = {
  vitals: VitalValues;
  situations: readonly string[];
  pregnant: boolean;
  /** What a person chose; can only raise. */
  chosen: UrgencyLevel | null;
};
export type Rescored = {
  stored: number | null;
  urgency: UrgencyLevel;
  rises: boolean;
};

/**
 * Scores an open, locked request anew by everything known of it and what is new, and writes what follows: score,
 * suggestion and, where the urgency rises, target and deadline. It never falls by itself; where no score may sort
 * people (TRIAGE_SORTING=time), only a person raises it.
 */
export async function rescore(deps: Deps, tx: Tx, own: Own, news: News): Promise<Rescored> {
  const { row, urgent, where } = own;
  const requestId = row.id;
  const before = await tx.vitalSigns.findMany({ where: { requestId }, orderBy: { takenAt: 'asc' } });
  const known = lastKnown([...before.map(valuesOf), news.vitals]);
  const today = dateOf(deps.clock.now().getTime());
  const { news2, stored } = scoreVitalSigns(known, {
    ageYears: ageOn(row.patient.birthDate.toISOString().slice(0, 10), today),
    pregnant: news.pregnant,
    oxygenScale: await oxygenScaleOf(tx, row.patientId),
  });
  const suggestion = suggestFor(knownSituations(news.situations), known, news2, today);
  const current = asLevel(urgent.urgency);
  const urgency = [
    byScore(deps.config) ? suggestion.urgency : current,
    news.chosen ?? current,
  ].reduce<Urgency>((most, one) => (isMoreUrgent(one, most) ? one : most), current);
  const level = asLevel(urgency);
  const rises = level !== current;
  await tx.urgentRequest.update({
    where: { requestId },
    data: {
      news2: stored,
      suggestedUrgency: asLevel(suggestion.urgency),
      rules: suggestion.rules,
      ...(rises
        ? {
            urgency: level,
            targetAt: sooner(
              urgent.targetAt,
              targetAfter(await settingsOf(tx, where.departmentId, level, today), deps.clock.now()),
            ),
            ...(await hastenStep(deps, tx, urgent, where.departmentId, level)),
          }
        : {}),
    },
  });
  // The request carries a copy of its urgency for the lists of both sides.
  if (rises) await tx.consultRequest.update({ where: { id: requestId }, data: { urgency: level } });
  return { stored, urgency: level, rises };
}

const sooner = (a: Date, b: Date): Date => (a < b ? a : b);

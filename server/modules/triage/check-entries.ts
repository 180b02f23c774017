import { invalid } from '../../kernel/errors.ts';
import type { UrgencyLevel, VitalValues } from './contract.ts';
import { checkChosenUrgency, type Situation, situations, type Urgency } from './urgency.ts';
import { checkVitalSigns } from './vital-signs.ts';

/** @throws invalid `vital_signs_implausible`, each field with what is wrong with it. */
export function refuseImplausible(values: VitalValues): void {
  const refused = checkVitalSigns(values).filter(({ level }) => level === 'refuse');
  if (refused.length === 0) return;
  throw invalid('vital_signs_implausible', {
    fields: Object.fromEntries(refused.map(({ field, problem }) => [`vitals.${field}`, problem])),
  });
}

export const hasValues = (values: VitalValues): boolean =>
  Object.values(values).some((value) => value != null);

/** @throws invalid `situation_unknown` for a code that no tile has. */
export function knownSituations(given: readonly string[]): Situation[] {
  return [...new Set(given)].map((code) => {
    const known = situations.find((one) => one === code);
    if (!known) throw invalid('situation_unknown', { fields: { situations: 'situation_unknown' } });
    return known;
  });
}

/** @throws invalid `urgency_reason_missing` when it is lowered without a reason. */
export function refuseUnreasoned(suggested: Urgency, chosen: UrgencyLevel, reason: string | null): void {
  const missing = checkChosenUrgency(suggested, chosen, reason);
  if (missing) throw invalid(missing, { fields: { urgencyReason: missing } });
}

/** Rules suggest `routine` to nobody who asks urgently; a set that does is read as `today`. */
export const asLevel = (urgency: Urgency): UrgencyLevel => (urgency === 'routine' ? 'today' : urgency);

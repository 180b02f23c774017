import type { VitalValues } from './contract.ts';
import { type News2, type News2Context, news2, news2Parameters } from './news2.ts';
import { type Situation, suggestUrgency, type UrgencySuggestion } from './urgency.ts';

/** What follows from one set of values for that person. Pure. */
export function scoreVitalSigns(
  values: VitalValues,
  context: News2Context,
): { news2: News2; stored: number | null } {
  const measured = Object.fromEntries(news2Parameters.map((name) => [name, values[name] ?? null]));
  const score = news2(measured, context);
  // A score of nothing would read as "0, all well".
  const known = score.applicable && Object.keys(score.points).length > 0;
  return { news2: score, stored: known ? score.total : null };
}

/** What the rules of that day suggest for the tapped situations and the values. */
export const suggestFor = (
  situations: readonly Situation[],
  values: VitalValues,
  score: News2,
  on: string,
): UrgencySuggestion =>
  suggestUrgency(
    { situations, news2: score, glucose: values.glucose ?? null, pain: values.pain ?? null },
    on,
  );

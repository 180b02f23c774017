import type { Ladder } from '../../../../server/modules/triage/ladder-contract.ts';

/** A text of the locale files with what is filled in. */
export type Words = { key: string; values?: Record<string, string | number> };

/**
 * What a nurse wants to know of a ringing request, in at most three sentences: who is being rung now, what comes
 * then, and what went otherwise than planned. Pure; `now` in ms since 1970.
 */
export function ladderWords(
  ladder: Ladder,
  department: string,
  now: number,
): { now: Words; after: Words | null } {
  const names = [...new Set(ladder.ringing.map(({ name }) => name))];
  return { now: nowWords(ladder, names, department), after: thenWords(ladder, now) };
}

function nowWords({ step, promised }: Ladder, names: readonly string[], department: string): Words {
  const [first] = names;
  if (first === undefined) {
    const [soon] = promised;
    return soon
      ? { key: 'triage.ladder.promisedOnly', values: { name: soon.name } }
      : { key: 'triage.ladder.nobody', values: { department } };
  }
  if (step === 'primary' || step === 'deputy')
    return { key: `triage.ladder.ringing.${step}`, values: { name: first } };
  if (names.length === 1) return { key: 'triage.ladder.ringing.one', values: { name: first, department } };
  return {
    key: `triage.ladder.ringing.${step ?? 'department'}`,
    values: { count: names.length, department },
  };
}

function thenWords({ dueAt, next }: Ladder, now: number): Words | null {
  if (!dueAt || !next) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(dueAt) - now) / 1000));
  const names = next.names.slice(0, 2).join(', ');
  const minutes = Math.ceil(seconds / 60);
  const unit = seconds < 100 ? 'seconds' : 'minutes';
  return {
    key: `triage.ladder.then.${unit}.${names && next.step === 'deputy' ? 'named' : next.step}`,
    values: { left: unit === 'seconds' ? seconds : minutes, names },
  };
}

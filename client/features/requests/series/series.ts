import type { Given } from '../../../../server/kernel/wire.ts';
import { consentWording } from '../../../../server/modules/patients/contract.ts';
import type { FreeTime } from '../../../../server/modules/scheduling/contract.ts';
import type { bookSeries, Occurrence } from '../../../../server/modules/scheduling/series-contract.ts';
import type { ConsentDraft } from '../consent-fields.tsx';

/** What was decided for a time that cannot be had as planned: another one, or none. */
export type Decision = 'skip' | { startAt: string; endAt: string };

/** Everything that is entered for a series. */
export type SeriesDraft = ConsentDraft & {
  version: 1;
  first: { startAt: string; endAt: string } | null;
  everyWeeks: number;
  count: number;
  /** By the start that the rule gives, since that names the time whatever the rule. */
  decisions: Record<string, Decision>;
  question: string;
};

export const emptySeries: SeriesDraft = {
  version: 1,
  first: null,
  everyWeeks: 2,
  count: 6,
  decisions: {},
  question: '',
  giver: null,
  giverName: '',
  form: null,
};

export const isSeriesDraft = (value: unknown): value is SeriesDraft =>
  typeof value === 'object' && value !== null && 'decisions' in value && 'everyWeeks' in value;

export type Planned = {
  occurrence: Occurrence;
  /** Null: the time is free as planned, or nothing was decided yet. */
  decision: Decision | null;
  /** When it takes place; null: skipped, or still to be decided. */
  time: { startAt: string; endAt: string } | null;
  isOpen: boolean;
};

/** Occurrences with what was decided for them. A decision for a time that has become free counts no more. */
export function planOf(occurrences: readonly Occurrence[], decisions: SeriesDraft['decisions']): Planned[] {
  return occurrences.map((occurrence) => {
    const { startAt, endAt, problem } = occurrence;
    const decision = decisions[startAt] ?? null;
    if (decision === 'skip') return { occurrence, decision, time: null, isOpen: false };
    if (!problem) return { occurrence, decision: null, time: { startAt, endAt }, isOpen: false };
    const isOffered = decision && occurrence.proposals.some((one) => one.startAt === decision.startAt);
    return isOffered
      ? { occurrence, decision, time: decision, isOpen: false }
      : { occurrence, decision: null, time: null, isOpen: true };
  });
}

export type SeriesField = 'first' | 'decisions' | 'times' | 'question' | 'giver' | 'giverName' | 'form';

export function seriesMissing(draft: SeriesDraft, plan: readonly Planned[] | null): SeriesField[] {
  const missing: SeriesField[] = [];
  const need = (field: SeriesField, isThere: boolean) => {
    if (!isThere) missing.push(field);
  };
  need('first', draft.first !== null);
  if (plan) {
    need('decisions', !plan.some((one) => one.isOpen));
    need(
      'times',
      plan.some((one) => one.time !== null || one.isOpen),
    );
  }
  need('question', draft.question.trim() !== '');
  need('giver', draft.giver !== null);
  need('giverName', draft.giver === null || draft.giver === 'patient' || draft.giverName.trim() !== '');
  need('form', draft.form !== null);
  return missing;
}

/** All times at once; null while something is missing. */
export function seriesBody(
  draft: SeriesDraft,
  of: { followUpOf: string; practitionerId: string },
  plan: readonly Planned[],
): Given<typeof bookSeries> | null {
  const { giver, form, everyWeeks } = draft;
  if (!giver || !form || plan.some((one) => one.isOpen)) return null;
  const times = plan.flatMap(({ time }) => (time ? { startAt: time.startAt } : []));
  return {
    ...of,
    everyWeeks,
    times: times.sort((a, b) => a.startAt.localeCompare(b.startAt)),
    question: draft.question.trim(),
    consent: {
      giver,
      giverName: giver === 'patient' ? null : draft.giverName.trim(),
      form,
      wording: consentWording,
    },
  };
}

/** A proposal to be kept as a decision. */
export const decided = ({ startAt, endAt }: FreeTime): Decision => ({ startAt, endAt });

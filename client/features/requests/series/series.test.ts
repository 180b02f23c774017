import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../../../server/modules/scheduling/series-contract.ts';
import { emptySeries, planOf, type SeriesDraft, seriesBody, seriesMissing } from './series.ts';

const time = (day: string) => ({
  startAt: `2026-${day}T08:40:00.000Z`,
  endAt: `2026-${day}T09:00:00.000Z`,
});
const free = (day: string) => ({
  ...time(day),
  practitionerId: 'p',
  poolId: null,
  departmentId: 'd',
  people: 1,
});
const occurrence = (index: number, day: string, more: Partial<Occurrence> = {}): Occurrence => ({
  index,
  ...time(day),
  problem: null,
  holiday: null,
  proposals: [],
  ...more,
});
const occurrences = [
  occurrence(1, '11-24'),
  occurrence(2, '12-08', { problem: 'slot_taken', proposals: [free('12-09'), free('12-10')] }),
  occurrence(3, '12-22'),
];
const second = time('12-08').startAt;
const complete: SeriesDraft = {
  ...emptySeries,
  first: time('11-24'),
  question: 'Verlauf?',
  giver: 'patient',
  form: 'verbal',
};
const of = { followUpOf: 'r', practitionerId: 'p' };

describe('follow-ups', () => {
  it('leave open what to do with a time that cannot be had', () => {
    const plan = planOf(occurrences, {});
    expect(plan.map((one) => one.isOpen)).toEqual([false, true, false]);
    expect(seriesMissing(complete, plan)).toEqual(['decisions']);
    expect(seriesBody(complete, of, plan)).toBeNull();
  });

  it('take the proposal that was chosen, or leave the time out', () => {
    const moved = planOf(occurrences, { [second]: time('12-09') });
    expect(seriesMissing(complete, moved)).toEqual([]);
    expect(seriesBody(complete, of, moved)?.times.map((one) => one.startAt.slice(5, 10))).toEqual([
      '11-24',
      '12-09',
      '12-22',
    ]);
    const skipped = planOf(occurrences, { [second]: 'skip' });
    expect(seriesBody(complete, of, skipped)?.times).toHaveLength(2);
  });

  it('ask anew when the proposal is gone', () => {
    const gone = planOf(occurrences, { [second]: time('12-11') });
    expect(gone[1]).toMatchObject({ isOpen: true, time: null });
  });

  it('stand in order, also when a proposal lies after the next time', () => {
    const later = [
      occurrence(1, '11-24', { problem: 'series_holiday', proposals: [free('12-09')] }),
      occurrence(2, '12-08'),
    ];
    const plan = planOf(later, { [time('11-24').startAt]: time('12-09') });
    expect(seriesBody(complete, of, plan)?.times.map((one) => one.startAt.slice(5, 10))).toEqual([
      '12-08',
      '12-09',
    ]);
  });

  it('need at least one time', () => {
    const none = planOf([occurrence(1, '11-24')], { [time('11-24').startAt]: 'skip' });
    expect(seriesMissing(complete, none)).toEqual(['times']);
  });
});

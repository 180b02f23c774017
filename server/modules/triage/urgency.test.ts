import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { news2 } from './news2.ts';
import { rules2026 } from './rules/2026.ts';
import {
  checkChosenUrgency,
  compareWaiting,
  isMoreUrgent,
  queueOrder,
  situations,
  suggestUrgency,
  type UrgencyFacts,
  urgencies,
  type Waiting,
} from './urgency.ts';

const on = '2026-11-23';
const calm: UrgencyFacts = { situations: [], news2: null };
const scored = (respiratoryRate: number, pulse: number, temperature = 36.8) =>
  news2(
    {
      respiratoryRate,
      oxygenSaturation: 97,
      onOxygen: false,
      systolic: 130,
      pulse,
      consciousness: 'alert',
      temperature,
    },
    { ageYears: 84 },
  );

describe('suggested urgency', () => {
  it('is today where no rule applies', () => {
    expect(suggestUrgency(calm, on)).toEqual({
      urgency: 'today',
      because: [],
      call112: false,
      rules: '2026.1',
    });
    expect(suggestUrgency({ ...calm, news2: scored(16, 72) }, on).urgency).toBe('today');
  });

  it.each([
    [scored(26, 115, 39.5), 'immediate', ['news2_high']],
    [scored(22, 115, 39.5), 'urgent', ['news2_medium']],
    [scored(26, 72), 'urgent', ['news2_single_three']],
    [scored(22, 95), 'today', []],
  ] as const)('follows NEWS2', (score, urgency, because) => {
    expect(suggestUrgency({ ...calm, news2: score }, on)).toMatchObject({ urgency, because });
  });

  it('takes the most urgent of all that applies and says why', () => {
    const facts: UrgencyFacts = { ...calm, situations: ['fall', 'head_injury', 'stroke_signs'], pain: 8 };
    expect(suggestUrgency(facts, on)).toMatchObject({
      urgency: 'immediate',
      because: ['stroke_signs'],
      call112: true,
    });
  });

  it('knows blood sugar and pain at their edges', () => {
    const of = (given: Partial<UrgencyFacts>) => suggestUrgency({ ...calm, ...given }, on).because;
    expect(of({ glucose: 53 })).toEqual(['glucose_very_low']);
    expect(of({ glucose: 54 })).toEqual([]);
    expect(of({ glucose: 400 })).toEqual(['glucose_very_high']);
    expect(of({ glucose: 399, pain: 6 })).toEqual([]);
    expect(of({ pain: 7 })).toEqual(['severe_pain']);
  });

  it('does not use a score that does not apply', () => {
    const child = news2({ respiratoryRate: 40 }, { ageYears: 3 });
    expect(suggestUrgency({ ...calm, news2: child }, on).urgency).toBe('today');
  });

  it('uses the rules that held on the day', () => {
    const before = {
      ...rules2026,
      version: 'old',
      validFrom: '2025-01-01',
      validUntil: '2026-01-01',
      rules: [],
    };
    const facts: UrgencyFacts = { ...calm, situations: ['chest_pain'] };
    expect(suggestUrgency(facts, '2025-12-31', [rules2026, before])).toMatchObject({
      urgency: 'today',
      rules: 'old',
    });
    expect(suggestUrgency(facts, '2026-01-01', [rules2026, before]).rules).toBe('2026.1');
    expect(suggestUrgency(facts, '2024-12-31').rules).toBe('none');
  });

  it('never falls when something is added', () => {
    fc.assert(
      fc.property(fc.subarray([...situations]), fc.constantFrom(...situations), (some, more) => {
        const before = suggestUrgency({ ...calm, situations: some }, on).urgency;
        const after = suggestUrgency({ ...calm, situations: [...some, more] }, on).urgency;
        expect(isMoreUrgent(before, after)).toBe(false);
      }),
    );
  });

  it('names a source in every rule, each id once', () => {
    for (const rule of rules2026.rules) expect(rule.source).not.toBe('');
    expect(new Set(rules2026.rules.map(({ id }) => id)).size).toBe(rules2026.rules.length);
  });
});

describe('the choice', () => {
  it('may rise freely and fall only with a reason', () => {
    expect(checkChosenUrgency('today', 'immediate', null)).toBeNull();
    expect(checkChosenUrgency('urgent', 'urgent', '')).toBeNull();
    expect(checkChosenUrgency('urgent', 'today', null)).toBe('urgency_reason_missing');
    expect(checkChosenUrgency('urgent', 'today', ' ... ')).toBe('urgency_reason_missing');
    expect(checkChosenUrgency('urgent', 'today', 'Hausärztin ist schon informiert')).toBeNull();
  });
});

describe('the queue', () => {
  const waiting: fc.Arbitrary<Waiting> = fc.record({
    id: fc.uuid(),
    urgency: fc.constantFrom(...urgencies),
    news2: fc.option(fc.nat(20)),
    raisedAt: fc.nat(5),
  });
  const one = (id: string, change: Partial<Waiting>): Waiting => ({
    id,
    urgency: 'urgent',
    news2: 3,
    raisedAt: 0,
    ...change,
  });

  it('goes by urgency, then NEWS2, then waiting time', () => {
    const list = [
      one('late', { raisedAt: 9 }),
      one('unscored', { news2: null, raisedAt: -9 }),
      one('high', { news2: 8, raisedAt: 20 }),
      one('first', { urgency: 'immediate', news2: 0, raisedAt: 30 }),
      one('early', { raisedAt: 1 }),
    ];
    expect(queueOrder(list).map(({ id }) => id)).toEqual(['first', 'high', 'early', 'late', 'unscored']);
    expect(queueOrder(list, false).map(({ id }) => id)).toEqual([
      'first',
      'unscored',
      'early',
      'late',
      'high',
    ]);
    expect(compareWaiting(one('a', { news2: 8 }), one('b', {})).reason).toBe('news2');
  });

  it('is the same whatever order the requests came in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 12 }),
        fc.nat(),
        (list, seed) => {
          const shuffled = [...list].sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
          expect(queueOrder(shuffled)).toEqual(queueOrder(list));
        },
      ),
    );
  });
});

const hash = (text: string, seed: number) =>
  [...text].reduce((so, letter) => (so * 31 + letter.charCodeAt(0)) % 1_000_003, seed % 1_000_003);

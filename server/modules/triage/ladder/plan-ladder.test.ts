import { describe, expect, test } from 'vitest';
import { missingRings, planStep, type Round, type Staff } from './plan-ladder.ts';

const member = (accountId: string, change: Partial<Staff> = {}): Staff => ({
  accountId,
  name: accountId,
  role: 'specialist',
  onCall: null,
  isNextLevel: false,
  present: true,
  status: 'ready',
  until: null,
  ...change,
});
const primary = member('primary', { onCall: 'primary' });
const deputy = member('deputy', { onCall: 'deputy' });
const third = member('third');
const coordinator = member('coordinator', { role: 'coordinator' });
const next = member('next', { isNextLevel: true, onCall: 'primary' });
const idle = member('idle', { isNextLevel: true });
const all = [primary, deputy, third, coordinator, next, idle];
const round = (staff: readonly Staff[], change: Partial<Round> = {}): Round => ({
  staff,
  silent: new Set(),
  ringing: new Set(),
  ...change,
});

describe('planning the next step', () => {
  test('goes from who is on call first to the next level', () => {
    expect(planStep(null, round(all))).toMatchObject({ step: 'primary', rung: ['primary'], alarm: null });
    expect(planStep('primary', round(all, { ringing: new Set(['primary']) }))).toMatchObject({
      step: 'deputy',
      rung: ['deputy'],
    });
    expect(planStep('deputy', round(all, { ringing: new Set(['primary', 'deputy']) }))).toMatchObject({
      step: 'department',
      rung: ['third'],
    });
    const ringing = new Set(['primary', 'deputy', 'third']);
    expect(planStep('department', round(all, { ringing }))).toEqual({
      step: 'coordination',
      rung: ['coordinator', 'next'],
      skipped: [],
      alarm: 'nobody_answered',
    });
  });

  test('rings everybody of the next level where nobody is on call there', () => {
    const staff = [coordinator, idle];
    expect(planStep('department', round(staff)).rung).toEqual(['coordinator', 'idle']);
  });

  test('passes over who is away, and rings who is back soon only with the whole department', () => {
    const staff = [{ ...primary, status: 'away' as const }, { ...deputy, status: 'soon' as const }, third];
    expect(planStep(null, round(staff))).toEqual({
      step: 'department',
      rung: ['deputy', 'third'],
      skipped: [
        { step: 'primary', because: 'nobody_reachable' },
        { step: 'deputy', because: 'nobody_reachable' },
      ],
      alarm: null,
    });
  });

  test('alarms the coordinators at once where nobody is on call at all', () => {
    expect(planStep(null, round([third, coordinator]))).toMatchObject({
      step: 'department',
      rung: ['third', 'coordinator'],
      alarm: 'nobody_on_call',
    });
  });

  test('ends with nobody where nobody can be reached, and says so', () => {
    const absent = all.map((one) => ({ ...one, present: false }));
    expect(planStep(null, round(absent))).toMatchObject({
      step: 'coordination',
      rung: [],
      skipped: [
        { step: 'primary', because: 'nobody_reachable' },
        { step: 'deputy', because: 'nobody_reachable' },
        { step: 'department', because: 'nobody_reachable' },
      ],
      alarm: 'nobody_reachable',
    });
  });

  test('never rings who has answered, or rings already', () => {
    const plan = planStep(null, round(all, { silent: new Set(['primary']), ringing: new Set(['deputy']) }));
    expect(plan).toMatchObject({ step: 'department', rung: ['third'] });
  });
});

describe('who is missing in a step', () => {
  test('is everybody of the steps so far who can be reached by now', () => {
    expect(missingRings('deputy', false, round(all, { ringing: new Set(['deputy']) }))).toEqual(['primary']);
    expect(missingRings('deputy', true, round(all, { silent: new Set(['primary']) }))).toEqual([
      'deputy',
      'coordinator',
    ]);
  });
});

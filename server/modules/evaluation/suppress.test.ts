import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Counted, figuresOf, smallest } from './suppress.ts';

const none: Counted = {
  requests: 0,
  met: 0,
  urgentMet: 0,
  secondsToDoctor: null,
  urgentRung: 0,
  secondsToRing: null,
  urgent: 0,
  inTarget: 0,
  due: 0,
  inTime: 0,
  outcomes: 0,
  stayed: 0,
  fellThrough: 0,
  troubleAsked: 0,
  troubled: 0,
  usefulAsked: 0,
  satisfied: 0,
};

it('tells zero and what is large enough', () => {
  expect(figuresOf(none).requests).toBe(0);
  expect(figuresOf({ ...none, requests: smallest }).requests).toBe(smallest);
});

it('never tells a number or a share that stands on one to four cases', () => {
  const few = fc.integer({ min: 1, max: smallest - 1 });
  fc.assert(
    fc.property(few, few, fc.integer({ min: 0, max: 9999 }), (cases, part, seconds) => {
      const some = Math.min(cases, part);
      const figures = figuresOf({
        requests: cases,
        met: cases,
        urgentMet: cases,
        secondsToDoctor: seconds,
        urgentRung: cases,
        secondsToRing: seconds,
        urgent: cases,
        inTarget: some,
        due: cases,
        inTime: some,
        outcomes: cases,
        stayed: some,
        fellThrough: some,
        troubleAsked: cases,
        troubled: some,
        usefulAsked: cases,
        satisfied: some,
      });
      expect(Object.values(figures).every((value) => value === null)).toBe(true);
    }),
  );
});

it('gives shares of what was counted', () => {
  expect(figuresOf({ ...none, urgent: 8, inTarget: 6 }).withinTarget).toBe(0.75);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dwell,
  type Ladder,
  type LineSample,
  needOf,
  nextRung,
  type Rung,
  rungs,
  soundReserve,
  topOfLadder,
} from './bandwidth-ladder.ts';

type Step = { after: number; available: number | null; loss: number | null; roundTrip: number | null };
const step = fc.record<Step>({
  after: fc.integer({ min: 500, max: 5_000 }),
  available: fc.option(fc.integer({ min: 0, max: 3_000_000 }), { nil: null }),
  loss: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  roundTrip: fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: null }),
});
const story = fc.array(step, { minLength: 1, maxLength: 200 });

/** The ladder after each sample of a story. */
function climb(steps: Step[], from = topOfLadder(0)): { ladder: Ladder; sample: LineSample }[] {
  let ladder = from;
  let at = Math.max(0, from.since - 4_000 * Number(from.rung === 'full'));
  return steps.map(({ after, ...measured }) => {
    at += after;
    const sample = { at, ...measured };
    ladder = nextRung(ladder, sample);
    return { ladder, sample };
  });
}
const steady = (seconds: number, given: Partial<LineSample>): Step[] =>
  Array.from({ length: seconds / 2 }, () => ({
    after: 2_000,
    available: null,
    loss: 0,
    roundTrip: 0.05,
    ...given,
  }));
const end = (steps: Step[], from?: Ladder): Ladder => {
  const last = climb(steps, from).at(-1);
  if (!last) throw new Error('no steps');
  return last.ladder;
};
const depth = (rung: Rung) => rungs.indexOf(rung);

describe('on any line', () => {
  it('never climbs within the dwell time of a change, and one rung at a time', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let before = topOfLadder(0);
        for (const { ladder, sample } of climb(steps)) {
          if (depth(ladder.rung) < depth(before.rung)) {
            expect(sample.at - before.since).toBeGreaterThanOrEqual(dwell);
            expect(depth(before.rung) - depth(ladder.rung)).toBe(1);
          }
          before = ladder;
        }
      }),
    );
  });

  it('never sends a picture while the estimate lies below what sound needs', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { ladder, sample } of climb(steps))
          if (sample.available !== null && sample.available < soundReserve) expect(ladder.rung).toBe('sound');
      }),
    );
  });

  it('falls no further than the line demands, and only for a reason', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let before = topOfLadder(0);
        for (const { ladder, sample } of climb(steps)) {
          const above = rungs[depth(ladder.rung) - 1];
          if (above && depth(ladder.rung) > depth(before.rung)) {
            const isPoor = sample.available !== null && sample.available < needOf(above);
            const isTroubled = (sample.loss ?? 0) > 0.15 || (sample.roundTrip ?? 0) > 1;
            expect(isPoor || isTroubled).toBe(true);
          }
          before = ladder;
        }
      }),
    );
  });

  it('comes back to the top when the line is good again', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const worst = end(steps);
        expect(end(steady(1_200, { available: 3_000_000 }), worst).rung).toBe('full');
      }),
      { numRuns: 30 },
    );
  });
});

it.each<[Partial<LineSample>, Rung]>([
  [{ available: 2_000_000 }, 'full'],
  [{ available: 400_000 }, 'half'],
  [{ available: 100_000 }, 'low'],
  [{ available: 65_000 }, 'still'],
  [{ available: 30_000 }, 'sound'],
  [{ loss: 0.2 }, 'low'],
  [{ loss: 0.35 }, 'still'],
  [{ loss: 0.6 }, 'sound'],
  [{ roundTrip: 1.2 }, 'low'],
])('a line with %o ends at %s', (line, rung) => {
  expect(end(steady(10, line)).rung).toBe(rung);
});

it('ignores a single bad sample', () => {
  const { rung } = end([...steady(10, {}), ...steady(2, { loss: 0.5 }), ...steady(4, {})]);
  expect(rung).toBe('full');
});

it('tries the next rung on a quiet line whose estimate cannot rise, and ever later when it does not hold', () => {
  const quiet = steady(200, { available: 100_000 });
  let ladder = end(steady(10, { available: 100_000 }));
  const waits: number[] = [];
  for (let slip = 0; slip < 4; slip += 1) {
    const { since } = ladder;
    const climbed = climb(quiet, ladder).find((one) => one.ladder.rung === 'half');
    if (!climbed) throw new Error('never tried');
    waits.push(climbed.sample.at - since);
    ladder = end(steady(6, { available: 90_000, loss: 0.2 }), climbed.ladder);
    expect(ladder.rung).toBe('low');
  }
  expect(waits).toEqual([18_000, 32_000, 62_000, 122_000]);
});

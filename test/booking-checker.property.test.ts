import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRace } from './support/booking-checker.ts';
import { playRace, type Step } from './support/race-model.ts';
import { randomFrom } from './support/race-random.ts';

const step: fc.Arbitrary<Step> = fc.record({
  client: fc.integer({ min: 0, max: 5 }),
  dice: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  slot: fc.integer({ min: 0, max: 2 }),
  fate: fc.constantFrom('answered', 'answered', 'answered', 'lost', 'never_done'),
});
const steps = fc.array(step, { minLength: 10, maxLength: 250, size: 'max' });

it('a booker that looks is never accused, however its answers are lost or late', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(steps, (played) => {
      const { history, rows } = playRace(played, true);
      expect(checkRace(history, rows)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it('one that does not look is found out', { timeout: 60_000 }, () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const random = randomFrom(seed);
    const played = Array.from({ length: 200 }, (): Step => {
      const dice = random();
      return {
        client: Math.floor(random() * 6),
        dice,
        slot: Math.floor(random() * 3),
        fate: dice > 0.95 ? 'lost' : 'answered',
      };
    });
    const { history, rows } = playRace(played, false);
    expect(checkRace(history, rows).map(({ rule }) => rule)).toContain('given_twice');
  }
});

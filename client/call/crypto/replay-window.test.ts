import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayWindow } from './replay-window.ts';

describe('the replay window', () => {
  it('lets nothing through twice, in whatever order it comes', () => {
    const counts = fc.array(fc.bigInt({ min: 0n, max: 3000n }), { maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(counts, (order) => {
        const window = new ReplayWindow();
        const accepted = order.filter((ctr) => window.accept(ctr));
        expect(new Set(accepted).size).toBe(accepted.length);
      }),
    );
  });

  it('lets everything through that comes once and less than 1024 late', () => {
    const shuffled = fc.array(fc.integer({ min: 0, max: 1000 }), {
      minLength: 1,
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(shuffled, (delays) => {
        const order = delays
          .map((delay, ctr) => ({ ctr: BigInt(ctr), at: ctr + delay }))
          .sort((one, two) => one.at - two.at);
        const window = new ReplayWindow();
        expect(order.every(({ ctr }) => window.accept(ctr))).toBe(true);
      }),
    );
  });

  it('refuses what is too old to be remembered', () => {
    const window = new ReplayWindow();
    window.accept(2000n);
    expect(window.isNew(2000n - 1023n)).toBe(true);
    expect(window.isNew(2000n - 1024n)).toBe(false);
  });
});

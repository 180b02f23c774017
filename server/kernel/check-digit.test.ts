import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatingCheckDigit, kvnrCheckDigit, lanrCheckDigit } from './check-digit.ts';

describe('check digits', () => {
  it('agree with published numbers', () => {
    expect(kvnrCheckDigit('A12345678')).toBe(0);
    expect(kvnrCheckDigit('X11041167')).toBe(5);
    expect(lanrCheckDigit('123456')).toBe(6);
    expect(lanrCheckDigit('838382')).toBe(2);
    expect(alternatingCheckDigit('032682', 2)).toBe(2);
  });

  it('are single digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (serial) => {
        const body = String(serial).padStart(6, '0');
        for (const digit of [lanrCheckDigit(body), alternatingCheckDigit(body, 2)]) {
          expect(digit).toBeGreaterThanOrEqual(0);
          expect(digit).toBeLessThanOrEqual(9);
        }
      }),
    );
  });
});

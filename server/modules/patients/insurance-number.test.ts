import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInsuranceNumber } from './insurance-number.ts';

const valid = ['A123456780', 'T123456780', 'A000500015', 'X110411675', 'K220635158', 'S040464113'];

describe('insurance number', () => {
  it.each(valid)('accepts %s', (kvnr) => {
    expect(checkInsuranceNumber(kvnr)).toEqual({ verdict: 'valid', kvnr });
  });

  it('forgives spaces and lower case', () => {
    expect(checkInsuranceNumber(' x110 411 675 ')).toEqual({ verdict: 'valid', kvnr: 'X110411675' });
  });

  it.each(['A123456789', 'X234567890', 'G995030567', 'A303011979', 'T555558879'])(
    'warns about %s',
    (kvnr) => {
      expect(checkInsuranceNumber(kvnr)).toEqual({ verdict: 'warn', kvnr, problem: 'kvnr_example' });
    },
  );

  it.each([
    ['', 'kvnr_missing'],
    [null, 'kvnr_missing'],
    ['1234567890', 'kvnr_format'],
    ['Ä123456780', 'kvnr_format'],
    ['A12345678', 'kvnr_format'],
    ['A1234567801', 'kvnr_format'],
    ['A123456781', 'kvnr_check_digit'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(checkInsuranceNumber(typed)).toEqual({ verdict: 'invalid', problem });
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.integer({ min: 1, max: 9 }), fc.nat(9), (kvnr, at, digit) => {
        fc.pre(kvnr[at] !== String(digit));
        const typo = kvnr.slice(0, at) + digit + kvnr.slice(at + 1);
        expect(checkInsuranceNumber(typo).verdict).not.toBe('valid');
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { syntheticBsnr, syntheticIk, syntheticKvnr, syntheticLanr } from '../prisma/seed/identifiers.ts';
import { checkBsnr, checkIk, checkLanr } from '../server/modules/directory/identifiers.ts';
import { checkInsuranceNumber } from '../server/modules/patients/insurance-number.ts';

it('makes synthetic numbers that pass every check', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (serial) => {
      expect(checkInsuranceNumber(syntheticKvnr(serial)).verdict).toBe('valid');
      expect(checkLanr(syntheticLanr(serial, '28')).verdict).toBe('valid');
      expect(checkBsnr(syntheticBsnr(serial, '12')).verdict).toBe('valid');
      expect(checkIk(syntheticIk(serial)).verdict).toBe('valid');
    }),
  );
});

it('shows at a glance that they are invented', () => {
  expect(syntheticKvnr(1)).toMatch(/^X00000001\d$/);
  expect(syntheticLanr(7, '01')).toMatch(/^000007\d01$/);
  expect(syntheticBsnr(7, '12')).toBe('120000700');
  expect(syntheticIk(7)).toMatch(/^26030007\d$/);
});

it('refuses serials that do not fit', () => {
  expect(() => syntheticKvnr(0)).toThrow(RangeError);
  expect(() => syntheticKvnr(100_000_000)).toThrow(RangeError);
  expect(() => syntheticLanr(555_555, '01')).toThrow(RangeError);
  expect(() => syntheticLanr(1, '1')).toThrow(RangeError);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBsnr, checkIk, checkLanr, specialityGroupOf } from './identifiers.ts';

const lanrs = ['123456640', '123456601', '838382202', '754236701', '582369858'];
const iks = ['260326822', '109519005', '104212059', '108433248', '101575519', '102171012'];

describe('physician number', () => {
  it.each(lanrs)('accepts %s', (value) => {
    expect(checkLanr(value)).toEqual({ verdict: 'valid', value });
  });

  it('warns about numbers that stand for nobody', () => {
    expect(checkLanr('555555901')).toEqual({ verdict: 'warn', value: '555555901', problem: 'lanr_pseudo' });
    expect(checkLanr('999999900')).toMatchObject({ verdict: 'warn', problem: 'lanr_substitute' });
  });

  it.each([
    [null, 'lanr_missing'],
    ['12345664', 'lanr_format'],
    ['12345664X', 'lanr_format'],
    ['123456740', 'lanr_check_digit'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(checkLanr(typed)).toEqual({ verdict: 'invalid', problem });
  });

  it('names the speciality group', () => {
    expect(specialityGroupOf('123456601')).toBe('01');
  });
});

describe('practice site number', () => {
  it.each(['121234500', '131234500', '171234500', '161234500'])('accepts %s of Lower Saxony', (value) => {
    expect(checkBsnr(value)).toEqual({ verdict: 'valid', value });
  });

  it('warns about an unknown area and refuses what is no number', () => {
    expect(checkBsnr('991234500')).toMatchObject({ verdict: 'warn', problem: 'bsnr_area_unknown' });
    expect(checkBsnr('')).toEqual({ verdict: 'invalid', problem: 'bsnr_missing' });
    expect(checkBsnr('000000000')).toEqual({ verdict: 'invalid', problem: 'bsnr_format' });
    expect(checkBsnr('17123450')).toEqual({ verdict: 'invalid', problem: 'bsnr_format' });
  });
});

describe('institution number', () => {
  it.each(iks)('accepts %s', (value) => {
    expect(checkIk(value)).toEqual({ verdict: 'valid', value });
  });

  it('refuses missing, malformed and mistyped ones', () => {
    expect(checkIk(undefined)).toEqual({ verdict: 'invalid', problem: 'ik_missing' });
    expect(checkIk('26032682')).toEqual({ verdict: 'invalid', problem: 'ik_format' });
    fc.assert(
      fc.property(fc.constantFrom(...iks), fc.integer({ min: 2, max: 8 }), fc.nat(9), (ik, at, digit) => {
        fc.pre(ik[at] !== String(digit));
        expect(checkIk(ik.slice(0, at) + digit + ik.slice(at + 1)).verdict).toBe('invalid');
      }),
    );
  });
});

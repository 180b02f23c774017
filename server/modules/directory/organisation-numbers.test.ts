import { describe, expect, it } from 'vitest';
import { organisationNumbers, physicianNumber } from './organisation-numbers.ts';

describe('organisationNumbers', () => {
  it('wants a BSNR of a practice and takes no IK', () => {
    expect(organisationNumbers('practice', { bsnr: '12 345 6700', ik: '260326822' })).toEqual({
      values: { bsnr: '123456700', ik: null },
      fields: {},
      warnings: {},
    });
    expect(organisationNumbers('practice', {}).fields).toEqual({ bsnr: 'required' });
  });
  it('wants an IK with the right check digit of hospitals and care homes', () => {
    expect(organisationNumbers('hospital', { ik: '260326822' }).values).toEqual({
      bsnr: null,
      ik: '260326822',
    });
    expect(organisationNumbers('care_home', { ik: '260326823' }).fields).toEqual({ ik: 'ik_check_digit' });
    expect(organisationNumbers('care_home', {}).fields).toEqual({ ik: 'required' });
  });
  it('warns of an unknown area and stores the number', () => {
    expect(organisationNumbers('practice', { bsnr: '991234500' })).toEqual({
      values: { bsnr: '991234500', ik: null },
      fields: {},
      warnings: { bsnr: 'bsnr_area_unknown' },
    });
  });
  it('asks the network office for nothing', () => {
    expect(organisationNumbers('network', { bsnr: 'x', ik: 'y' }).fields).toEqual({});
  });
});

describe('physicianNumber', () => {
  it('may be missing, must be right, and warns of substitutes', () => {
    expect(physicianNumber(null).values).toEqual({ lanr: null });
    expect(physicianNumber('123456640').values).toEqual({ lanr: '123456640' });
    expect(physicianNumber('123456740', 'practitioner.lanr').fields).toEqual({
      'practitioner.lanr': 'lanr_check_digit',
    });
    expect(physicianNumber('999999900').warnings).toEqual({ lanr: 'lanr_substitute' });
  });
});

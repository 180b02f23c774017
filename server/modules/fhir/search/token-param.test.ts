import { describe, expect, it } from 'vitest';
import { codeIn, referenceParam, tokenParam } from './token-param.ts';

describe('token and reference values', () => {
  it('reads system and code', () => {
    expect(tokenParam('http://loinc.org|8867-4')).toEqual({ system: 'http://loinc.org', code: '8867-4' });
    expect(tokenParam('8867-4')).toEqual({ system: null, code: '8867-4' });
    expect(codeIn(tokenParam('http://other|1'), 'http://loinc.org')).toBeNull();
  });

  it('reads ids, typed ids and own addresses, and no other type', () => {
    const base = 'https://telkonnet.example/fhir/R4';
    expect(referenceParam('abc', 'Patient', base)).toBe('abc');
    expect(referenceParam('Patient/abc', 'Patient', base)).toBe('abc');
    expect(referenceParam(`${base}/Patient/abc`, 'Patient', base)).toBe('abc');
    expect(referenceParam('Group/abc', 'Patient', base)).toBeNull();
    expect(referenceParam('https://other.example/Patient/abc', 'Patient', base)).toBeNull();
  });
});

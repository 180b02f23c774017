import { describe, expect, it } from 'vitest';
import { anyTime, isNarrowed, questionOf } from './find.ts';

const anyone = { specialtyCode: 'cardiology', departmentId: null, poolId: null, practitionerId: null };

describe('what is asked of the finder', () => {
  it('is the specialty as long as nobody was chosen, then the narrowest', () => {
    expect(questionOf(anyone, anyTime)).toEqual({ specialtyCode: 'cardiology' });
    expect(questionOf({ ...anyone, departmentId: 'd' }, anyTime)).toEqual({ departmentId: 'd' });
    expect(questionOf({ ...anyone, departmentId: 'd', poolId: 'p' }, anyTime)).toEqual({ poolId: 'p' });
    expect(questionOf({ ...anyone, departmentId: 'd', practitionerId: 'x' }, anyTime)).toEqual({
      practitionerId: 'x',
    });
  });

  it('carries part of day, length and county', () => {
    const find = { ...anyTime, part: 'evening', minutes: 30, county: '03458' } as const;
    expect(questionOf(anyone, find)).toEqual({
      specialtyCode: 'cardiology',
      partOfDay: 'evening',
      minutes: 30,
      countyAgs: '03458',
    });
  });

  it('leaves the county out where the department is fixed', () => {
    const find = { ...anyTime, county: '03458' };
    expect(questionOf({ ...anyone, departmentId: 'd' }, find)).toEqual({ departmentId: 'd' });
    expect(isNarrowed({ ...anyone, departmentId: 'd' }, find)).toBe(false);
    expect(isNarrowed(anyone, find)).toBe(true);
  });
});

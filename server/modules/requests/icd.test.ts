import { describe, expect, it } from 'vitest';
import { checkIcdCode } from './icd.ts';

describe('ICD-10-GM code', () => {
  it.each([
    ['G30.1', 'G30.1', null],
    ['g301', 'G30.1', null],
    [' I50.14 ', 'I50.14', null],
    ['i5014', 'I50.14', null],
    ['R54', 'R54', null],
    ['G30.1+', 'G30.1', '+'],
    ['G30.1†', 'G30.1', '+'],
    ['F00.1*', 'F00.1', '*'],
    ['U07.1!', 'U07.1', '!'],
    ['uuu', 'UUU', null],
  ])('reads %j as %s', (typed, code, mark) => {
    expect(checkIcdCode(typed)).toEqual({ valid: true, code, mark });
  });

  it.each([
    ['', 'icd_missing'],
    [undefined, 'icd_missing'],
    ['E11.-', 'icd_not_terminal'],
    ['E11-', 'icd_not_terminal'],
    ['E11.9-', 'icd_not_terminal'],
    ['E11.901', 'icd_format'],
    ['11.90', 'icd_format'],
    ['EE1', 'icd_format'],
    ['Herz', 'icd_format'],
    ['I50.14?', 'icd_format'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(checkIcdCode(typed)).toEqual({ valid: false, problem });
  });
});

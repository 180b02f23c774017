import { describe, expect, it } from 'vitest';
import { checkIcdCode } from './icd.ts';
import { findIcdSuggestion, icdSuggestions, searchIcd } from './icd-catalogue.ts';

const codes = (typed: string, limit?: number) => searchIcd(typed, limit).map(({ code }) => code);

describe('suggested diagnoses', () => {
  it('are well-formed, titled in both languages, and each there once', () => {
    expect(icdSuggestions.length).toBeGreaterThanOrEqual(150);
    for (const { code, titleDe, titleEn } of icdSuggestions) {
      expect(checkIcdCode(code)).toEqual({ valid: true, code, mark: null });
      expect(titleDe.length).toBeGreaterThan(2);
      expect(titleEn.length).toBeGreaterThan(2);
    }
    expect(new Set(icdSuggestions.map(({ code }) => code)).size).toBe(icdSuggestions.length);
  });

  it('are found by code, with or without the dot', () => {
    expect(codes('I50.14')).toEqual(['I50.14']);
    expect(codes('i5014')).toEqual(['I50.14']);
    expect(codes('I50')).toEqual(['I50.01', 'I50.12', 'I50.13', 'I50.14', 'I50.19']);
  });

  it('are found by words in both languages, in any order', () => {
    expect(codes('Vorhoffl')).toEqual(['I48.0', 'I48.1', 'I48.2']);
    expect(codes('fibrillation permanent')).toEqual(['I48.2']);
    expect(codes('Dekubitus Ferse')).toEqual(['L89.17', 'L89.27']);
    expect(codes('HWI')).toEqual(['N39.0']);
    expect(codes('Ödem')[0]).toBe('R60.0');
    expect(codes('Oedem')[0]).toBe('R60.0');
  });

  it('puts titles that begin with the word before those that only mention it', () => {
    expect(codes('Demenz')[0]).toBe('F03');
    expect(codes('Sturz').length).toBeGreaterThan(5);
    expect(codes('Sturz', 3)).toHaveLength(3);
  });

  it('are silent about nothing and about what is not there', () => {
    expect(codes('')).toEqual([]);
    expect(codes('  - ')).toEqual([]);
    expect(codes('Xylophon')).toEqual([]);
  });

  it('name a code that is suggested', () => {
    expect(findIcdSuggestion('r54')?.titleDe).toBe('Altersschwäche');
    expect(findIcdSuggestion('G30.1+')?.code).toBe('G30.1');
    expect(findIcdSuggestion('A00.0')).toBeNull();
    expect(findIcdSuggestion('?')).toBeNull();
  });
});

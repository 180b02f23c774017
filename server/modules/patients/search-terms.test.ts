import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.ts';

describe('search terms', () => {
  it('tell names, insurance number and birth date apart', () => {
    expect(searchTerms('  Janssen, Ge 12.3.1941 a1234 ')).toEqual({
      kvnr: 'A1234',
      birthDate: '1941-03-12',
      names: [['janssen', 'janßen'], ['ge']],
    });
    expect(searchTerms('1941-03-12').birthDate).toBe('1941-03-12');
    expect(searchTerms('A123 456 780').kvnr).toBe('A123456780');
  });

  it('take a day that does not exist for a word', () => {
    expect(searchTerms('30.02.1941')).toEqual({ kvnr: null, birthDate: null, names: [['30.02.1941']] });
  });

  it('know both spellings of an umlaut', () => {
    expect(searchTerms('Mueller').names).toEqual([['mueller', 'müller']]);
    expect(searchTerms('Größ').names).toEqual([['größ', 'groess']]);
  });

  it('are empty for nothing', () => {
    expect(searchTerms(' , ')).toEqual({ kvnr: null, birthDate: null, names: [] });
  });
});

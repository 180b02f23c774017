import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../server/modules/records/contract.ts';
import { noWords, opening, withBlock } from './report-words.ts';

const saved: Draft = {
  ...noWords,
  findings: 'gesichert',
  version: 1,
  savedAt: '2026-11-23T09:00:00.000Z',
  savedBy: 'Dr. Muster',
};
const typed = { ...noWords, findings: 'gesichert und mehr' };

describe('opening the report', () => {
  it('shows what is saved', () => {
    expect(opening(saved, null)).toMatchObject({
      words: { findings: 'gesichert' },
      isDirty: false,
      aside: null,
    });
  });

  it('goes on with words that did not reach the server', () => {
    expect(opening(saved, { words: typed, base: saved.savedAt })).toMatchObject({
      words: typed,
      isDirty: true,
    });
    expect(opening(null, { words: typed, base: null })).toMatchObject({ words: typed, isDirty: true });
  });

  it('keeps them aside when somebody else has saved since', () => {
    expect(opening(saved, { words: typed, base: '2026-11-23T08:00:00.000Z' })).toMatchObject({
      words: { findings: 'gesichert' },
      isDirty: false,
      aside: typed,
    });
  });

  it('adds a text block once, after an empty line', () => {
    const once = withBlock('RR 130/80', 'Medikation: ASS 100');
    expect(once).toBe('RR 130/80\n\nMedikation: ASS 100');
    expect(withBlock(once, 'Medikation: ASS 100')).toBe(once);
  });
});

import { describe, expect, it } from 'vitest';
import { presentDetails } from './event-rows.ts';

describe('presentDetails', () => {
  it('shows ids, codes, numbers and their lists', () => {
    const payload = { from: 'waiting', count: 3, active: false, until: null, changed: ['phone', 'active'] };
    expect(presentDetails(payload)).toEqual(payload);
  });
  it('shows nothing that reads like text, and nothing nested', () => {
    expect(
      presentDetails({ note: 'Patient klagt über Schmerzen', list: ['a b', 'ok'], deep: { a: 1 } }),
    ).toEqual({
      list: ['ok'],
    });
    expect(presentDetails('text')).toEqual({});
    expect(presentDetails(null)).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { Served } from '../served/served.ts';
import { searchQuery } from './search-query.ts';

const served: Pick<Served, 'type' | 'params'> = {
  type: 'Patient',
  params: [
    { name: '_id', type: 'token', documentation: '' },
    { name: 'name', type: 'string', documentation: '' },
  ],
};
const read = (text: string, lenient = false) => searchQuery(new URLSearchParams(text), served, lenient);

describe('search query', () => {
  it('takes commas as "or" and repeated parameters as "and"', () => {
    expect(read('name=a,b&name=c&_count=5').filters).toEqual([
      { name: 'name', values: ['a', 'b'] },
      { name: 'name', values: ['c'] },
    ]);
  });

  it('refuses what it cannot do rather than answer with more than was asked', () => {
    expect(() => read('name:exact=Meyer')).toThrow();
    expect(() => read('_include=Patient:organization')).toThrow();
    expect(read('name:exact=Meyer&name=M', true).understood).toEqual([['name', 'M']]);
  });

  it.each(['_count=0', '_count=many', 'name='])('refuses %s', (text) => expect(() => read(text)).toThrow());

  it('caps the page', () => {
    expect(read('_count=5000').take).toBe(200);
    expect(read('').take).toBe(50);
  });
});

import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const own = 'https://telkonnet.example';

describe('isOwnOrigin', () => {
  it('accepts our own pages', () => {
    expect(isOwnOrigin({ origin: own, fetchSite: 'same-origin' }, own)).toBe(true);
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host: 'localhost:3000' }, null)).toBe(true);
  });
  it('accepts programs that are no browsers', () => {
    expect(isOwnOrigin({ host: 'telkonnet.example' }, own)).toBe(true);
  });
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://telkonnet.example' },
    { origin: 'https://telkonnet.example.evil.example' },
    { fetchSite: 'cross-site' },
    { fetchSite: 'same-site', origin: own },
  ])('refuses %o', (headers) => {
    expect(isOwnOrigin(headers, own)).toBe(false);
  });
  it('refuses another host where no public address is set', () => {
    expect(isOwnOrigin({ origin: 'http://evil.example', host: 'localhost:3000' }, null)).toBe(false);
    expect(isOwnOrigin({ origin: 'null', host: 'localhost:3000' }, null)).toBe(false);
  });
});

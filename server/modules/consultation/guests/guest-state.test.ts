import { describe, expect, it } from 'vitest';
import { GuestState } from '../guests-contract.ts';
import { guestExpiry, guestStateAt, guestStateBefore, nextGuestState } from './guest-state.ts';

const now = new Date('2026-11-23T10:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('the table of moves', () => {
  it('lets only who waits be admitted, and who was refused or put out never again', () => {
    expect(guestStateBefore('admitted')).toEqual(['waiting']);
    for (const state of ['refused', 'revoked', 'expired'] as const) expect(nextGuestState[state]).toEqual([]);
  });

  it('leads back to no unused link', () => {
    expect(guestStateBefore('invited')).toEqual([]);
  });
});

describe('a link', () => {
  it.each(['invited', 'waiting', 'left'] as const)('ends by its time while %s', (state) => {
    expect(guestStateAt({ state, expiresAt: later(1) }, now)).toBe(state);
    expect(guestStateAt({ state, expiresAt: now }, now)).toBe('expired');
  });

  it('throws nobody out who is admitted, and stays what it was when it is over', () => {
    const others = GuestState.options.filter((state) => !['invited', 'waiting', 'left'].includes(state));
    for (const state of others) expect(guestStateAt({ state, expiresAt: later(-1) }, now)).toBe(state);
  });

  it('holds until two hours after the planned end, and four hours without a plan or when it runs late', () => {
    expect(guestExpiry(later(24), now)).toEqual(later(26));
    expect(guestExpiry(null, now)).toEqual(later(4));
    expect(guestExpiry(later(-3), now)).toEqual(later(4));
  });
});

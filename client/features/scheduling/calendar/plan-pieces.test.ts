import { describe, expect, it } from 'vitest';
import { bookingAt } from '../../../../test/support/sample-booking.ts';
import { cutByDay, hoursOf, type Piece, type Plan, piecesOf, worksOn } from './plan-pieces.ts';

const booking = bookingAt('2026-11-24T08:00:00.000Z');
const plan: Plan = {
  department: { id: 'd1', name: 'Kardiologie', specialtyCode: 'cardiology' },
  pools: [],
  holds: [],
  coordinates: true,
  people: [
    { id: 'p1', name: 'Eins' },
    { id: 'p2', name: 'Zwei' },
  ],
  rosters: [],
  overrides: [],
  absences: [
    {
      id: 'a1',
      practitionerId: 'p2',
      startAt: '2026-11-24T13:00:00.000Z',
      endAt: '2026-11-26T23:00:00.000Z',
      reason: 'leave',
    },
  ],
  holidays: [{ day: '2026-11-25', code: 'busstag' }],
  bands: [
    {
      practitionerId: 'p1',
      poolId: null,
      rosterId: 'r1',
      overrideId: null,
      startAt: '2026-11-24T06:30:00.000Z',
      endAt: '2026-11-24T17:10:00.000Z',
      modality: 'video',
    },
  ],
  bookings: [booking],
  mayChange: [],
};

describe('a span is cut by day', () => {
  it('at midnight of the region, without an empty last part', () => {
    expect(cutByDay({ startAt: '2026-11-24T13:00:00Z', endAt: '2026-11-26T23:00:00Z' })).toEqual([
      { day: '2026-11-24', from: '14:00', until: '24:00' },
      { day: '2026-11-25', from: '00:00', until: '24:00' },
      { day: '2026-11-26', from: '00:00', until: '24:00' },
    ]);
  });

  it('on the night of the change of the clock too', () => {
    expect(cutByDay({ startAt: '2026-10-24T20:00:00Z', endAt: '2026-10-25T05:00:00Z' })).toEqual([
      { day: '2026-10-24', from: '22:00', until: '24:00' },
      { day: '2026-10-25', from: '00:00', until: '06:00' },
    ]);
  });
});

describe('the pieces of a plan', () => {
  const pieces = piecesOf(plan, ['2026-11-24', '2026-11-25']);

  it('are what lies on the days shown', () => {
    expect(pieces.map(({ kind, personId, day, from, until }) => [kind, personId, day, from, until])).toEqual([
      ['holiday', 'p1', '2026-11-25', '00:00', '24:00'],
      ['holiday', 'p2', '2026-11-25', '00:00', '24:00'],
      ['video', 'p1', '2026-11-24', '07:30', '18:10'],
      ['absence', 'p2', '2026-11-24', '14:00', '24:00'],
      ['absence', 'p2', '2026-11-25', '00:00', '24:00'],
      ['booking', 'p1', '2026-11-24', '09:00', '09:20'],
    ]);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
    expect(pieces.at(-1)?.booking).toBe(booking);
  });

  it('say between which hours the calendar reaches, and on which days somebody works', () => {
    expect(hoursOf(pieces)).toEqual({ first: 7, last: 19 });
    expect(hoursOf([])).toEqual({ first: 8, last: 17 });
    expect(hoursOf([{ kind: 'video', from: '20:00', until: '24:00' } as Piece])).toEqual({
      first: 8,
      last: 24,
    });
    expect(worksOn(pieces, '2026-11-24')).toBe(true);
    expect(worksOn(pieces, '2026-11-25')).toBe(false);
  });
});

describe('a booking is stray', () => {
  const strayIn = (change: Partial<Plan>) =>
    piecesOf({ ...plan, ...change }, ['2026-11-24']).find(({ kind }) => kind === 'booking')?.stray;

  it('when it is planned outside of hours or in an absence', () => {
    const absence = { ...plan.absences[0]!, practitionerId: 'p1', startAt: '2026-11-24T08:10:00.000Z' };
    expect(strayIn({})).toBe(false);
    expect(strayIn({ bands: [] })).toBe(true);
    expect(strayIn({ absences: [absence] })).toBe(true);
    expect(strayIn({ bands: [], bookings: [{ ...booking, requestStatus: 'answered' }] })).toBe(false);
  });
});

describe('what lies beside a booking', () => {
  const day = ['2026-11-24'];

  it('is a second one that was pushed in: both are told apart, and it is no stray', () => {
    const pushed = bookingAt('2026-11-24T08:10:00.000Z', { id: 'b2', overbooked: 'Notfall' });
    const pieces = piecesOf({ ...plan, bands: [], bookings: [booking, pushed] }, day);
    const bookings = pieces.filter(({ kind }) => kind === 'booking');
    expect(bookings.map(({ of, beside, stray }) => [of, beside, stray])).toEqual([
      ['b1', true, true],
      ['b2', true, false],
    ]);
  });

  it('are hours of a pool by their name, and times that somebody has open', () => {
    const pool = { id: 'k', name: 'Herz', members: ['p1'] };
    const [own] = plan.bands;
    const hours = { ...own!, rosterId: 'r2', poolId: 'k' };
    const hold = {
      id: 'h',
      practitionerId: 'p1',
      startAt: '2026-11-24T09:00:00.000Z',
      endAt: '2026-11-24T09:20:00.000Z',
      heldUntil: '2026-11-23T10:00:00.000Z',
      by: 'Praxis',
      waiting: false,
    };
    const pieces = piecesOf(
      {
        ...plan,
        pools: [pool],
        bands: [own!, { ...hours, practitionerId: 'p1' }, { ...hours, practitionerId: 'p2' }],
        holds: [hold],
      },
      day,
    );
    expect(pieces.filter(({ kind }) => kind === 'video').map(({ pool }) => pool)).toEqual([
      undefined,
      'Herz',
      'Herz',
    ]);
    expect(pieces.find(({ kind }) => kind === 'hold')).toMatchObject({ from: '10:00', until: '10:20', hold });
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
  });
});

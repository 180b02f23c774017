import { describe, expect, it } from 'vitest';
import type { OnCallShift } from '../../../../server/modules/triage/on-call-contract.ts';
import { onCallParts } from './on-call-parts.ts';

const shift = (level: OnCallShift['level'], startAt: string, endAt: string): OnCallShift => ({
  id: startAt,
  departmentId: 'd',
  level,
  practitioner: { id: 'p', name: 'P' },
  startAt,
  endAt,
});
const span = { startAt: '2026-11-23T00:00:00.000Z', endAt: '2026-11-27T00:00:00.000Z' };
const told = (parts: ReturnType<typeof onCallParts>) =>
  parts.map(({ shift, left, width }) => [shift !== null, left, width]);

describe('a line of on-call duty', () => {
  it('is cut to the span and says where nobody is', () => {
    const shifts = [
      shift('primary', '2026-11-25T00:00:00.000Z', '2026-11-30T00:00:00.000Z'),
      shift('primary', '2026-11-22T00:00:00.000Z', '2026-11-24T00:00:00.000Z'),
      shift('deputy', '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'),
    ];
    expect(told(onCallParts(shifts, 'primary', span))).toEqual([
      [true, 0, 0.25],
      [false, 0.25, 0.25],
      [true, 0.5, 0.5],
    ]);
    expect(told(onCallParts(shifts, 'deputy', span))).toEqual([
      [false, 0, 0.25],
      [true, 0.25, 0.25],
      [false, 0.5, 0.5],
    ]);
  });

  it('is one gap when nobody is there at all', () => {
    expect(told(onCallParts([], 'primary', span))).toEqual([[false, 0, 1]]);
  });
});

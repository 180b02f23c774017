import { describe, expect, it } from 'vitest';
import { RequestStatus } from './contract.ts';
import { isOver, nextStatus, openStatuses, statusBefore } from './status.ts';

describe('status table', () => {
  it('knows every status and leads nowhere unknown', () => {
    expect(Object.keys(nextStatus).sort()).toEqual([...RequestStatus.options].sort());
  });

  it('is read backwards for the conditional write', () => {
    expect(statusBefore('in_consultation')).toEqual(['accepted', 'planned', 'consulted']);
    expect(statusBefore('answered')).toEqual(['in_consultation', 'consulted']);
    expect(statusBefore('waiting')).toEqual(['accepted', 'planned']);
  });

  it('brings a missed or held consultation back only by a correction', () => {
    expect(statusBefore('planned')).toEqual(['waiting', 'consulted', 'no_show']);
    expect(isOver('no_show')).toBe(true);
  });

  it('ends', () => {
    expect(openStatuses).toEqual(['waiting', 'accepted', 'planned', 'in_consultation', 'consulted']);
    expect(isOver('cancelled')).toBe(true);
  });
});

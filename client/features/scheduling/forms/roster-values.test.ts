import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../../server/modules/scheduling/roster-contract.ts';
import { newTarget } from '../plan-target.ts';
import { rosterFields, rosterValues, slotsIn } from './roster-values.ts';

const roster: Roster = {
  id: 'r',
  practitionerId: 'p',
  poolId: null,
  weekday: 2,
  from: '20:00',
  until: '24:00',
  slotMinutes: 30,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  minimumNoticeMinutes: 120,
  furthestDaysAhead: 90,
  validFrom: '2026-01-01',
  validUntil: '2026-12-01',
  weekPattern: 'odd',
  modality: 'urgent_reserve',
  audienceCounties: ['03453'],
  audienceOrganisations: [],
};
const target = newTarget('weekly', 'p', '2026-11-26');

describe('the weekly form', () => {
  it('gives back the roster that it was opened with', () => {
    const { id, ...fields } = roster;
    const values = rosterValues({ ...target, roster }, []);
    expect(values).toMatchObject({ weekday: '2', until: '00:00' });
    expect(rosterFields(values)).toEqual(fields);
  });

  it('keeps hours of a pool with the pool', () => {
    const { id, ...fields } = { ...roster, practitionerId: null, poolId: 'q' };
    const values = rosterValues({ ...target, roster: { id, ...fields } }, []);
    expect(values.owner).toBe('pool:q');
    expect(rosterFields(values)).toEqual(fields);
    expect(rosterFields({ ...values, owner: 'person:p' })).toMatchObject({
      practitionerId: 'p',
      poolId: null,
    });
  });

  it('starts a new roster on the weekday of the drag, with the person’s usual settings', () => {
    expect(rosterValues(target, [roster])).toMatchObject({
      owner: 'person:p',
      weekday: '4',
      from: '09:00',
      until: '12:00',
      slotMinutes: 30,
      minimumNoticeMinutes: 120,
      validFrom: '2026-11-26',
      validUntil: null,
      weekPattern: 'every',
      modality: 'video',
      audienceCounties: ['03453'],
    });
    expect(rosterFields(rosterValues(target, []))).toMatchObject({ slotMinutes: 20, audienceCounties: [] });
  });

  it('is not asked for while a number is missing', () => {
    expect(rosterFields({ ...rosterValues(target, []), slotMinutes: '' })).toBeNull();
  });

  it('tells how many consultations fit', () => {
    const fields = rosterFields(rosterValues(target, []));
    expect(fields && slotsIn(fields)).toBe(7);
    expect(fields && slotsIn({ ...fields, until: '09:10' })).toBe(0);
    expect(fields && slotsIn({ ...fields, until: '09:20' })).toBe(1);
  });
});

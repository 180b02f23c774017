import { describe, expect, it } from 'vitest';
import { newTarget } from '../plan-target.ts';
import { absenceFields, absenceValues } from './absence-values.ts';

const target = newTarget('absence', 'p', '2026-11-24');
const absence = {
  id: 'a',
  practitionerId: 'p',
  startAt: '2026-10-23T22:00:00.000Z',
  endAt: '2026-10-25T23:00:00.000Z',
  reason: 'training' as const,
};

describe('the absence form', () => {
  it('starts with the hours that were dragged', () => {
    const values = absenceValues(target);
    expect(values).toMatchObject({
      wholeDays: false,
      fromDay: '2026-11-24',
      from: '09:00',
      untilDay: '2026-11-24',
      until: '12:00',
    });
    expect(absenceFields(values)).toEqual({
      practitionerId: 'p',
      reason: 'leave',
      startAt: '2026-11-24T08:00:00.000Z',
      endAt: '2026-11-24T11:00:00.000Z',
    });
  });

  it('shows whole days as whole days, over the change of the clock too, and gives them back', () => {
    const values = absenceValues({ ...target, absence });
    expect(values).toMatchObject({
      wholeDays: true,
      fromDay: '2026-10-24',
      untilDay: '2026-10-25',
      reason: 'training',
    });
    const { id, ...fields } = absence;
    expect(absenceFields(values)).toEqual(fields);
  });

  it('is not asked for while a day is missing', () => {
    expect(absenceFields({ ...absenceValues(target), untilDay: null })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { proposedWish, toggled, weekdays, wishBody, wishProblem } from './wish.ts';

const today = '2026-11-23';
const whom = { departmentId: 'd', practitionerId: 'p' };

describe('a wish for the waiting list', () => {
  it('begins as wide as can be', () => {
    expect(wishProblem(proposedWish(today), today)).toBeNull();
    expect(wishBody(proposedWish(today), whom, today)).toEqual({
      fromDay: today,
      untilDay: null,
      partsOfDay: [],
      weekdays: [],
      urgency: 'routine',
    });
  });

  it('names a department or a person only when it is meant for them alone', () => {
    const wish = proposedWish(today);
    expect(wishBody({ ...wish, scope: 'department' }, whom, today)).toMatchObject({ departmentId: 'd' });
    const mine = wishBody({ ...wish, scope: 'practitioner' }, whom, today);
    expect(mine).toMatchObject({ practitionerId: 'p' });
    expect(mine.departmentId).toBeUndefined();
  });

  it('cannot end before it begins, nor in the past', () => {
    const wish = proposedWish(today);
    expect(wishProblem({ ...wish, untilDay: today }, today)).toBeNull();
    expect(wishProblem({ ...wish, fromDay: '2026-12-02', untilDay: '2026-12-01' }, today)).toBe('wish_days');
    expect(wishProblem({ ...wish, fromDay: '2026-11-01', untilDay: '2026-11-22' }, today)).toBe('wish_days');
    expect(wishProblem({ ...wish, fromDay: null }, today)).toBe('required');
  });

  it('says "any" when every day was chosen', () => {
    const wish = { ...proposedWish(today), weekdays: [...weekdays] };
    expect(wishBody(wish, whom, today).weekdays).toEqual([]);
  });

  it('keeps the order of the list', () => {
    expect(toggled(weekdays, [3], 1)).toEqual([1, 3]);
    expect(toggled(weekdays, [1, 3], 3)).toEqual([1]);
  });
});

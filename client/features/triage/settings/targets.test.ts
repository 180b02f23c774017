import { expect, test } from 'vitest';
import { durationText, secondsOf } from './duration.ts';
import { isDefault, readTyped, typedOf, withDefault } from './targets.ts';

const defaults = {
  immediate: { target: 180, primary: 40, deputy: 40, department: 40 },
  urgent: { target: 900, primary: 120, deputy: 120, department: 180 },
  today: { target: 14_400, primary: 900, deputy: 900, department: 1800 },
};
const typed = typedOf(defaults);

test.each([
  ['0:40', 40],
  ['2', 120],
  [' 15:00 ', 900],
  ['240:00', 14_400],
  ['2.30', 150],
  ['1:75', null],
  ['', null],
  ['2 Min', null],
  ['-1', null],
])('"%s" is %s seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});

test('what is shown reads back as it was', () => {
  expect(durationText(14_400)).toBe('240:00');
  expect(readTyped(typed)).toEqual({ settings: defaults, errors: {} });
});

test('a field out of its limits and steps beyond the target are named at their place', () => {
  const wrong = {
    ...typed,
    immediate: { ...typed.immediate, primary: '0:05' },
    urgent: { ...typed.urgent, department: '12:00' },
  };
  expect(readTyped(wrong)).toEqual({
    settings: null,
    errors: { 'immediate.primary': 'seconds_invalid', 'urgent.target': 'steps_beyond_target' },
  });
});

test('one urgency goes back to its default, the others stay', () => {
  const own = {
    ...typed,
    urgent: { ...typed.urgent, target: '20:00' },
    today: { ...typed.today, target: '60:00' },
  };
  expect(isDefault(own, defaults, 'urgent')).toBe(false);
  const back = withDefault(own, defaults, 'urgent');
  expect(isDefault(back, defaults, 'urgent')).toBe(true);
  expect(back.today.target).toBe('60:00');
});

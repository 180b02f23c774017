import { expect, it } from 'vitest';
import { steadyOf } from './steady-times.ts';

const times = (...starts: string[]) => starts.map((at) => ({ at }));
const keyOf = ({ at }: { at: string }) => at;

it('keeps a time that was just taken where it stood, and says so', () => {
  const { shown, fresh } = steadyOf(times('9:00', '9:20', '9:40'), times('9:00', '9:40'), keyOf);
  expect(shown).toEqual([
    { at: '9:00', gone: false },
    { at: '9:20', gone: true },
    { at: '9:40', gone: false },
  ]);
  expect(fresh).toEqual([]);
});

it('lets a freed time wait, and gives back its place to one that was in view', () => {
  const held = times('9:20', '9:40');
  expect(steadyOf(held, times('9:00', '9:20', '9:40'), keyOf)).toEqual({
    shown: [
      { at: '9:20', gone: false },
      { at: '9:40', gone: false },
    ],
    fresh: [{ at: '9:00' }],
  });
  expect(steadyOf(held, held, keyOf).shown.some(({ gone }) => gone)).toBe(false);
});

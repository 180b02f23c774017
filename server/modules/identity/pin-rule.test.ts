import { expect, it } from 'vitest';
import { pinProblem } from './pin-rule.ts';

it.each([
  ['4711', null],
  ['80312', null],
  ['20391746', null],
  ['471', 'pin_format'],
  ['471147114', 'pin_format'],
  ['47a1', 'pin_format'],
  ['', 'pin_format'],
  ['0000', 'pin_too_simple'],
  ['1234', 'pin_too_simple'],
  ['98765', 'pin_too_simple'],
  ['1212', 'pin_too_simple'],
  ['471471', 'pin_too_simple'],
])('"%s": %s', (pin, problem) => expect(pinProblem(pin)).toBe(problem));

import { expect, it } from 'vitest';
import { shortcutOf } from './shortcut.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  repeat: false,
  ...held,
});

it('knows M and V, small and large', () => {
  expect(shortcutOf(press('m'), false)).toBe('microphone');
  expect(shortcutOf(press('V'), false)).toBe('camera');
  expect(shortcutOf(press('x'), false)).toBeNull();
});

it.each([
  ['while one writes', press('m'), true],
  ['with Ctrl', press('v', { ctrlKey: true }), false],
  ['with Alt', press('m', { altKey: true }), false],
  ['with the command key', press('m', { metaKey: true }), false],
  ['of a key that stays down', press('m', { repeat: true }), false],
] as const)('does nothing %s', (_, pressed, isWriting) => {
  expect(shortcutOf(pressed, isWriting)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rule.ts';

const email = 'nora.netzmuster@telkonnet.example';

describe('passwordProblem', () => {
  it('accepts a long phrase without digits or signs', () => {
    expect(passwordProblem('wolke sieben im moor', email)).toBeNull();
  });
  it('counts characters, not code units', () => {
    expect(passwordProblem('🐄🐑🐖🐓🐈🐕', email)).toBe('password_too_short');
  });
  it.each(['Kurz-aber-8', '', 'elf zeichen'])('refuses "%s" as too short', (password) => {
    expect(passwordProblem(password, email)).toBe('password_too_short');
  });
  it.each(['aaaaaaaaaaaaaaa', 'abababababababab', '123456789012', 'abcdefghijklmn', '210987654321'])(
    'refuses "%s" as too simple',
    (password) => {
      expect(passwordProblem(password, email)).toBe('password_too_simple');
    },
  );
  it('refuses the own e-mail name inside', () => {
    expect(passwordProblem('Nora.Netzmuster1', email)).toBe('password_contains_name');
  });
});

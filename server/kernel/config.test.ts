import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const smtp = 'smtp://user:secret@mail.example:587?requireTLS=true';
const mailOf = (environment: Record<string, string>) => readConfig(environment).mail;

it('sends no e-mail unless a mail server is named', () => {
  expect(mailOf({})).toBeNull();
  expect(mailOf({ SMTP_URL: '', MAIL_FROM: 'netz@example.org' })).toBeNull();
});

it.each([
  ['netz@example.org', 'TelKonNet', 'netz@example.org'],
  ['Netz Nordwest <netz@example.org>', 'Netz Nordwest', 'netz@example.org'],
  ['"Netz, Nordwest" <netz@example.org>', 'Netz, Nordwest', 'netz@example.org'],
])('reads the sender %s', (from, name, address) => {
  expect(mailOf({ SMTP_URL: smtp, MAIL_FROM: from })).toEqual({ smtpUrl: smtp, from: { name, address } });
});

it.each([
  [{ SMTP_URL: 'https://mail.example', MAIL_FROM: 'netz@example.org' }, /SMTP_URL/],
  [{ SMTP_URL: smtp }, /MAIL_FROM is missing/],
  [{ SMTP_URL: smtp, MAIL_FROM: 'Netz' }, /MAIL_FROM/],
])('refuses %o in one line, without the password', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(named);
  expect(() => readConfig(environment)).not.toThrow(/secret|\n/);
});

import { expect, it } from 'vitest';
import { withoutAddresses } from './without-addresses.ts';

it.each([
  ['no tuple for 192.0.2.17:50123', 'no tuple for *:50123'],
  ['remote ip:2001:db8::7f, port:5', 'remote ip:*, port:5'],
  ['[2001:db8::1] and fe80::1', '[*] and *'],
  ['RTC::Transport::Close() | ssrc:1234', 'RTC::Transport::Close() | ssrc:1234'],
])('%s', (text, clean) => {
  expect(withoutAddresses(text)).toBe(clean);
});

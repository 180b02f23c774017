import { expect, it } from 'vitest';
import { isPushService } from './push-services.ts';

it.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['https://db5p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com.evil.example/abc', false],
  ['https://evilpush.apple.com/abc', false],
  ['https://127.0.0.1/abc', false],
  ['https://10.0.0.5:8080/', false],
  ['nonsense', false],
])('%s: %s', (endpoint, isOne) => expect(isPushService(endpoint)).toBe(isOne));

it('takes a host that the configuration names, with its port', () => {
  expect(isPushService('https://127.0.0.1:9000/p', ['127.0.0.1:9000'])).toBe(true);
  expect(isPushService('https://127.0.0.1:9001/p', ['127.0.0.1:9000'])).toBe(false);
});

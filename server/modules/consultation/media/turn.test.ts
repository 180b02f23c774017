import { expect, it } from 'vitest';
import { iceServers, inTest } from './turn.ts';

it('gives credentials that expire and name nobody', () => {
  const [server] = iceServers({ urls: ['turn:relay.example'], secret: 'north' }, 1_700_000_000_000);
  // printf 1700021600 | openssl dgst -sha1 -hmac north -binary | base64
  expect(server).toEqual({
    urls: ['turn:relay.example'],
    username: '1700021600',
    credential: 'D8s4U5UDJoXquVXMUV3GnUFEctY=',
  });
});

it('offers no relay where none is configured', () => {
  expect(iceServers(undefined, 0)).toEqual([]);
});

it('lets who only tests a line use a relay for two minutes', () => {
  const [server] = iceServers({ urls: ['turn:relay.example'], secret: 'north' }, 1_700_000_000_000, inTest);
  expect(server?.username).toBe('1700000120');
});

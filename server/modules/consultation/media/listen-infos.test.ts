import { describe, expect, it } from 'vitest';
import { listenInfos } from './listen-infos.ts';

const large = { recvBufferSize: expect.any(Number), sendBufferSize: expect.any(Number) };
const interfaces = {
  lo: [
    { address: '127.0.0.1', family: 'IPv4' as const, internal: true },
    { address: '::1', family: 'IPv6' as const, internal: true },
  ],
  eth0: [
    { address: '192.0.2.7', family: 'IPv4' as const, internal: false },
    { address: 'fe80::1', family: 'IPv6' as const, internal: false },
    { address: '2001:db8::7', family: 'IPv6' as const, internal: false },
  ],
};

describe('listenInfos', () => {
  it('offers every address of the machine for a wildcard, the reachable ones first', () => {
    const infos = listenInfos({ listen: ['0.0.0.0'], announced: [], port: 0 }, 0, interfaces);
    expect(infos).toEqual([
      { protocol: 'udp', ip: '192.0.2.7', ...large },
      { protocol: 'tcp', ip: '192.0.2.7' },
      { protocol: 'udp', ip: '127.0.0.1', ...large },
      { protocol: 'tcp', ip: '127.0.0.1' },
    ]);
  });

  it('leaves out link-local addresses, which no candidate can carry', () => {
    const infos = listenInfos({ listen: ['::'], announced: [], port: 0 }, 0, interfaces);
    expect(infos.map((info) => info.ip)).toEqual(['2001:db8::7', '2001:db8::7', '::1', '::1']);
  });

  it('binds the wildcard once where an address is announced, per family', () => {
    const network = {
      listen: ['0.0.0.0', '::'],
      announced: ['2001:db8::99', 'media.example'],
      port: 44_400,
    };
    expect(listenInfos(network, 1, interfaces).filter((info) => info.protocol === 'udp')).toEqual([
      { protocol: 'udp', ip: '0.0.0.0', announcedAddress: 'media.example', port: 44_401, ...large },
      {
        protocol: 'udp',
        ip: '::',
        announcedAddress: '2001:db8::99',
        port: 44_401,
        ...large,
        flags: { ipv6Only: true },
      },
    ]);
  });

  it('takes a given address as it stands', () => {
    const infos = listenInfos({ listen: ['127.0.0.1'], announced: [], port: 5000 }, 0, interfaces);
    expect(infos[0]).toEqual({ protocol: 'udp', ip: '127.0.0.1', port: 5000, ...large });
  });
});

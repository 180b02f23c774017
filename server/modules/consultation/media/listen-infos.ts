import { isIPv4, isIPv6 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { types } from 'mediasoup';
import type { Network } from './settings.ts';

type Interfaces = Record<string, Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>;

/**
 * Room for what arrives while the worker waits for a core, in bytes: a hundred rooms bring about ten thousand packets
 * a second. The system gives what `net.core.rmem_max` and `wmem_max` allow.
 */
const buffers = { recvBufferSize: 4_194_304, sendBufferSize: 2_097_152 };

/**
 * Where one worker listens: UDP and, for networks that block UDP, TCP on the same port.
 *
 * Browsers get these addresses as they stand, so a wildcard without an announced address becomes each address of
 * the machine, loopback last: then both http://localhost and another computer in the same network reach the media.
 */
export function listenInfos(
  network: Network,
  index: number,
  interfaces: Interfaces,
): types.TransportListenInfo[] {
  const port = network.port === 0 ? {} : { port: network.port + index };
  return network.listen.flatMap((listen) => {
    const announced = network.announced.find((address) => sameFamily(address, listen));
    const bindings = announced ? [{ ip: listen, announcedAddress: announced }] : expand(listen, interfaces);
    const flags = isIPv6(listen) ? { flags: { ipv6Only: true } } : {};
    return bindings.flatMap((binding) => [
      { protocol: 'udp' as const, ...binding, ...port, ...flags, ...buffers },
      { protocol: 'tcp' as const, ...binding, ...port, ...flags },
    ]);
  });
}

function expand(listen: string, interfaces: Interfaces): { ip: string }[] {
  const family = { '0.0.0.0': 'IPv4', '::': 'IPv6' }[listen];
  if (!family) return [{ ip: listen }];
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter((info) => info.family === family && !isLinkLocal(info.address))
    .sort((a, b) => Number(a.internal) - Number(b.internal))
    .map((info) => ({ ip: info.address }));
}

/** A host name counts as IPv4: it is announced once, with the first wildcard that networks commonly have. */
function sameFamily(announced: string, listen: string): boolean {
  return isIPv6(announced) === isIPv6(listen);
}

/** Link-local addresses need a zone that candidates cannot carry (RFC 4007). */
function isLinkLocal(address: string): boolean {
  return isIPv4(address) ? address.startsWith('169.254.') : /^fe[89ab]/i.test(address);
}

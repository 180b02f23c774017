import { randomUUID } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Deps } from '../../../kernel/deps.ts';
import { tooMany } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import type { Reply } from '../../../kernel/wire.ts';
import { type startConnectionTest as endpoint, testSeconds, type Way } from '../connection-test-contract.ts';
import type { Media } from '../media/client.ts';
import { inTest } from '../media/turn.ts';
import { roomIceServers } from '../room-ice-servers.ts';
import type { EchoRooms } from './echo-room.ts';

/** Counted in memory alone: an address stands nowhere. */
const perAddress = new RateLimiterMemory({ points: 10, duration: 600 });
/** Keys of people are not asked for here: there is nobody to talk to. */
const keyPackage = 'AA==';

/**
 * Opens a room with a seat for each way, all of one browser: a browser that ends one connection gives up its seat with
 * it. What `send` sends `receive` receives. Closed after a minute.
 * @throws too_many `too_many_attempts`, `too_many_tests`; unavailable `media_unavailable`
 */
export async function startTest(
  deps: Deps,
  media: Media,
  rooms: EchoRooms,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  await perAddress.consume(call.ip).catch((refused: { msBeforeNext?: number }) => {
    const retryAfter = Math.ceil((refused.msBeforeNext ?? 60_000) / 1000);
    throw tooMany('too_many_attempts', { data: { retryAfter } });
  });
  const roomId = randomUUID();
  const sit = async (way: Way) => {
    const address = { roomId, peerId: randomUUID() };
    const joined = await media.call('join', { ...address, participantId: randomUUID(), keyPackage });
    const offer = way === 'receive' ? joined.receiveTransport : joined.sendTransport;
    const { routerRtpCapabilities } = joined;
    return { offer, routerRtpCapabilities, place: { ...address, transportId: offer.id } };
  };
  const [send, receive, udp, tcp, relay] = await rooms.starting(() =>
    Promise.all([sit('send'), sit('receive'), sit('udp'), sit('tcp'), sit('relay')]),
  );
  // Not the room's own name: nobody reaches a consultation with it.
  const id = randomUUID();
  const places = {
    send: send.place,
    receive: receive.place,
    udp: udp.place,
    tcp: tcp.place,
    relay: relay.place,
  };
  rooms.add(media, id, places, testSeconds * 1000);
  return {
    id,
    routerRtpCapabilities: send.routerRtpCapabilities,
    offers: {
      send: send.offer,
      receive: receive.offer,
      udp: udp.offer,
      tcp: tcp.offer,
      relay: relay.offer,
    },
    iceServers: roomIceServers(deps, inTest),
    seconds: testSeconds,
  };
}

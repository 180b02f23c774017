import { type types as media, observer } from 'mediasoup';
import { runMediaProcess } from '../../../server/modules/consultation/media/media-process.ts';
import { type RoomServer, startRooms } from './harness.ts';

/** One frame as the server passes it on, put together from its packets. */
export type TappedFrame = { at: number; data: Buffer };
export type TappedRooms = { rooms: RoomServer; tap: (producerId: string) => Promise<TappedFrame[]> };

/** Rooms whose media runs in this process, so that a test can take what the server forwards, as a curious one would. */
export async function startTappedRooms(): Promise<TappedRooms> {
  const routers: media.Router[] = [];
  observer.on('newworker', (worker) => worker.observer.on('newrouter', (router) => routers.push(router)));
  const rooms = await startRooms(1, undefined, undefined, runMediaProcess);
  return {
    rooms,
    async tap(producerId) {
      const router = routers.find((one) =>
        one.canConsume({ producerId, rtpCapabilities: one.rtpCapabilities }),
      );
      if (!router) throw new Error('no such stream');
      const transport = await router.createDirectTransport();
      const { rtpCapabilities } = router;
      const consumer = await transport.consume({ producerId, rtpCapabilities });
      const frames: TappedFrame[] = [];
      const read = consumer.kind === 'video' ? pictureReader() : soundReader;
      consumer.on('rtp', (packet) => {
        const data = read(packet);
        if (data) frames.push({ at: performance.now(), data });
      });
      return frames;
    },
  };
}

/** RFC 3550 §5.1 and §5.3.1. */
function payloadOf(packet: Buffer): { payload: Buffer; marker: boolean } {
  const [first = 0, second = 0] = packet;
  let start = 12 + (first & 0x0f) * 4;
  if (first & 0x10) start += 4 + packet.readUInt16BE(start + 2) * 4;
  const padding = first & 0x20 ? (packet.at(-1) ?? 0) : 0;
  return { payload: packet.subarray(start, packet.length - padding), marker: (second & 0x80) !== 0 };
}

const soundReader = (packet: Buffer): Buffer | null => {
  const { payload } = payloadOf(packet);
  return payload.length > 0 ? Buffer.from(payload) : null;
};

/** RFC 7741 §4.2: a descriptor before the payload; the first packet of a frame says so, the last has the marker. */
function pictureReader(): (packet: Buffer) => Buffer | null {
  let parts: Buffer[] = [];
  return (packet) => {
    const { payload, marker } = payloadOf(packet);
    if (payload.length === 0) return null;
    const [first = 0, extended = 0, id = 0] = payload;
    let start = 1;
    if (first & 0x80) {
      start += 1;
      if (extended & 0x80) start += id & 0x80 ? 2 : 1;
      if (extended & 0x40) start += 1;
      if (extended & 0x30) start += 1;
    }
    if ((first & 0x17) === 0x10) parts = [];
    parts.push(Buffer.from(payload.subarray(start)));
    return marker ? Buffer.concat(parts) : null;
  };
}

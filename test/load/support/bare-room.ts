import { createServer } from 'node:http';
import { createWorker, type types } from 'mediasoup';
import { Server, type Socket } from 'socket.io';
import { mediaCodecs } from '../../../server/modules/consultation/media/codecs.ts';
import { buildPage } from '../../media/support/page.ts';
import { mediaWorker } from '../../support/media-worker.ts';

export type BareRooms = {
  url: string;
  worker: types.Worker;
  /** Packets sent to receivers so far, all rooms. */
  forwarded(): Promise<number>;
  close(): Promise<void>;
};

type Room = { router: types.Router; producers: Set<string> };
type Answer = (reply: unknown) => void;

/** Rooms of mediasoup alone on the worker binary that ours uses, with its ports and codecs, and the page for them. */
export async function startBareRooms(): Promise<BareRooms> {
  const worker = await createWorker({ workerBin: await mediaWorker(), logLevel: 'none' });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [
      { protocol: 'udp', ip: '127.0.0.1' },
      { protocol: 'tcp', ip: '127.0.0.1' },
    ],
  });
  const rooms = new Map<string, Promise<Room>>();
  const consumers = new Set<types.Consumer>();
  const script = (await buildPage('test/load/page/bare.ts')).get('/page.js');
  const http = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response
      .setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      .end(
        isScript
          ? script
          : '<!doctype html><title>bare</title><body><script type="module" src="/page.js"></script>',
      );
  });
  const io = new Server(http);
  const roomOf = (id: string) => {
    const room =
      rooms.get(id) ??
      worker.createRouter({ mediaCodecs }).then((router) => ({ router, producers: new Set<string>() }));
    rooms.set(id, room);
    return room;
  };
  // Made before the page may speak: a message that nobody hears yet is lost.
  io.use(async (socket, next) => {
    socket.data.room = await roomOf(String(socket.handshake.auth.room));
    next();
  });
  io.on('connection', (socket) => {
    const id = String(socket.handshake.auth.room);
    void socket.join(id);
    serve(socket, id, socket.data.room, webRtcServer, consumers);
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    worker,
    async forwarded() {
      const stats = await Promise.all([...consumers].map((consumer) => consumer.getStats().catch(() => [])));
      return stats.flat().reduce((sum, one) => sum + (one.type === 'outbound-rtp' ? one.packetCount : 0), 0);
    },
    async close() {
      await io.close();
      worker.close();
    },
  };
}

function serve(
  socket: Socket,
  id: string,
  { router, producers }: Room,
  webRtcServer: types.WebRtcServer,
  consumers: Set<types.Consumer>,
): void {
  const transports = new Map<string, types.WebRtcTransport>();
  const own = new Map<string, types.Consumer>();
  let sending: types.WebRtcTransport;
  let receiving: types.WebRtcTransport;
  const open = async () => {
    const transport = await router.createWebRtcTransport({
      webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: 600_000,
    });
    transports.set(transport.id, transport);
    return transport;
  };
  const offer = ({
    id: transportId,
    iceParameters,
    iceCandidates,
    dtlsParameters,
  }: types.WebRtcTransport) => ({
    id: transportId,
    iceParameters,
    iceCandidates,
    dtlsParameters,
  });
  /** Of a page that is gone meanwhile nothing is left to work on. */
  const hear = <T>(name: string, work: (given: T) => Promise<unknown>) =>
    socket.on(name, (given: T, answer: Answer) => void work(given).then(answer, () => undefined));
  hear('join', async () => {
    [sending, receiving] = await Promise.all([open(), open()]);
    return {
      routerRtpCapabilities: router.rtpCapabilities,
      send: offer(sending),
      receive: offer(receiving),
      producers: [...producers],
    };
  });
  hear('connect-path', async (given: { id: string; dtlsParameters: types.DtlsParameters }) => {
    await transports.get(given.id)?.connect({ dtlsParameters: given.dtlsParameters });
    return {};
  });
  hear('produce', async (given: types.ProducerOptions) => {
    const producer = await sending.produce(given);
    producers.add(producer.id);
    producer.observer.on('close', () => producers.delete(producer.id));
    socket.to(id).emit('producer', producer.id);
    return producer.id;
  });
  hear('consume', async (given: types.ConsumerOptions) => {
    const consumer = await receiving.consume({ ...given, paused: true });
    own.set(consumer.id, consumer);
    consumers.add(consumer);
    consumer.observer.on('close', () => consumers.delete(consumer));
    const { id: consumerId, producerId, kind, rtpParameters } = consumer;
    return { id: consumerId, producerId, kind, rtpParameters };
  });
  hear('resume', async (given: { id: string }) => {
    await own.get(given.id)?.resume();
    return {};
  });
  socket.on('disconnect', () => {
    for (const transport of transports.values()) transport.close();
  });
}

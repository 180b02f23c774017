/** A room of mediasoup and its client with nothing around it, as their documentation builds one: the measure of ours. */
import { Device, type types } from 'mediasoup-client';
import { io } from 'socket.io-client';
import { sendingOptions } from '../../../client/call/sending-options.ts';

const query = new URLSearchParams(location.search);
const socket = io({ auth: { room: query.get('consultation') }, transports: ['websocket'] });

type Joined = {
  routerRtpCapabilities: types.RtpCapabilities;
  send: types.TransportOptions;
  receive: types.TransportOptions;
  producers: string[];
};
const ask = async <T>(name: string, data: unknown = {}): Promise<T> =>
  (await socket.timeout(10_000).emitWithAck(name, data)) as T;

const isOwn = new Set<string>();
const transports: types.Transport[] = [];

function connect(transport: types.Transport): void {
  transports.push(transport);
  transport.on('connect', ({ dtlsParameters }, done) => {
    void ask('connect-path', { id: transport.id, dtlsParameters }).then(done);
  });
}

async function join(): Promise<void> {
  const { routerRtpCapabilities, send, receive, producers } = await ask<Joined>('join');
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities });
  const sending = device.createSendTransport(send);
  const receiving = device.createRecvTransport(receive);
  for (const transport of [sending, receiving]) connect(transport);
  sending.on('produce', ({ kind, rtpParameters }, done) => {
    void ask<string>('produce', { kind, rtpParameters }).then((id) => {
      isOwn.add(id);
      done({ id });
    });
  });
  const consume = async (producerId: string) => {
    if (isOwn.has(producerId)) return;
    const offer = await ask<types.ConsumerOptions>('consume', {
      producerId,
      rtpCapabilities: device.recvRtpCapabilities,
    });
    const consumer = await receiving.consume({ ...offer, streamId: 'other' });
    play(consumer.track);
    await ask('resume', { id: consumer.id });
  };
  socket.on('producer', (id: string) => void consume(id));
  await Promise.all([...producers.map(consume), sendDevices(sending)]);
}

async function sendDevices(transport: types.Transport): Promise<void> {
  const one = async (source: 'microphone' | 'camera') => {
    const stream = await navigator.mediaDevices.getUserMedia(
      source === 'camera'
        ? { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } } }
        : { audio: true },
    );
    const [track] = stream.getTracks();
    if (track) await transport.produce({ track, ...sendingOptions[source] });
  };
  await Promise.all([one('microphone'), one('camera')]);
}

function play(track: MediaStreamTrack): void {
  const player = document.createElement(track.kind === 'video' ? 'video' : 'audio');
  player.srcObject = new MediaStream([track]);
  player.autoplay = true;
  if (player instanceof HTMLVideoElement) {
    player.muted = true;
    player.requestVideoFrameCallback(() => {
      window.firstFrameAt ??= performance.now();
    });
  }
  document.body.append(player);
}

window.joinBare = join;

declare global {
  interface Window {
    joinBare: () => Promise<void>;
  }
}

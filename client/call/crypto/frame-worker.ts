/** The one place where frames are sealed and opened: a worker of its own, so that a busy page holds up none. */
import type { FromWorker, ToWorker, TransformOptions } from './frame-messages.ts';
import { FrameRoom } from './frame-room.ts';

type Frame = { data: ArrayBuffer };
/** Of the worker's side, which TypeScript's library for pages does not know (W3C WebRTC Encoded Transform). */
type Transformer = {
  readable: ReadableStream<Frame>;
  writable: WritableStream<Frame>;
  options: TransformOptions;
  sendKeyFrameRequest?: () => Promise<void>;
};

let stay = -1;
let room: FrameRoom = begin(stay);
/** Pictures that are being received, by seat. */
const pictures = new Map<string, Set<Transformer>>();

const tell = (message: FromWorker) => postMessage(message);

function begin(wanted: number): FrameRoom {
  stay = wanted;
  return new FrameRoom({
    missed: (seatId) => tell({ kind: 'missed', stay: wanted, seatId }),
    readable: (seatId) => {
      // Refused where the stream is gone meanwhile. A browser without it asks by itself once it can decode nothing.
      for (const picture of pictures.get(seatId) ?? [])
        picture.sendKeyFrameRequest?.().catch(() => undefined);
    },
  });
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'begin') {
    room = begin(data.stay);
    pictures.clear();
  } else if (data.kind === 'count') tell({ kind: 'counted', counts: room.counts });
  else if (data.stay !== stay) return;
  else if (data.kind === 'use') await room.use(data.kid, data.baseKey);
  else if (data.kind === 'learn') room.learn(data.seatId, data.kid, data.baseKey);
  else {
    room.forget(data.seatId);
    pictures.delete(data.seatId);
  }
});

const isTransform = (event: Event): event is Event & { transformer: Transformer } => 'transformer' in event;

addEventListener('rtctransform', (event) => {
  if (!isTransform(event)) return;
  const { transformer } = event;
  const { options } = transformer;
  if (options.way === 'open' && options.source !== 'microphone') {
    const same = pictures.get(options.seatId) ?? new Set();
    pictures.set(options.seatId, same.add(transformer));
  }
  const change = new TransformStream<Frame, Frame>({
    async transform(frame, controller) {
      if (options.stay !== stay) return;
      const data = new Uint8Array(frame.data);
      const changed =
        options.way === 'seal'
          ? await room.seal(options.source, data)
          : await room.open(options.seatId, options.source, data);
      if (!changed) return;
      frame.data = changed.buffer;
      controller.enqueue(frame);
    },
  });
  // Ends with its stream, which the page closes.
  transformer.readable
    .pipeThrough(change)
    .pipeTo(transformer.writable)
    .catch(() => undefined);
});

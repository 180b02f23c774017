/** A page without any screen: the call client on a bare socket, driven by the test. */
import { io } from 'socket.io-client';
import { CallClient } from '../../../client/call/call-client.ts';
import type { CallPhase } from '../../../client/call/call-state.ts';
import type { FactData, Signalling } from '../../../client/call/signalling.ts';
import type { TalkFrom } from '../../../client/call/talk.ts';
import type { TalkMessage } from '../../../client/call/talk-messages.ts';

const query = new URLSearchParams(location.search);
const socket = io({ auth: { participantId: query.get('participant') }, transports: ['websocket'] });

class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const signalling: Signalling = {
  async ask(name, data) {
    const answer = await socket
      .timeout(10_000)
      .emitWithAck(name, data)
      .catch(() => {
        throw new Refused('network_lost');
      });
    if (!answer.ok) throw new Refused(answer.error.code);
    return answer.data;
  },
  hear(name, handler) {
    const listener = (data: FactData<typeof name>) => handler(data);
    socket.on(name as string, listener);
    return () => void socket.off(name as string, listener);
  },
  onReconnect(handler) {
    socket.on('connect', handler);
    return () => void socket.off('connect', handler);
  },
  renew: () => void socket.io.engine.close(),
};

const call = new CallClient(query.get('consultation') ?? '', signalling);

// What is received must be played, or Chromium decodes nothing.
const players = new Map<string, HTMLMediaElement>();
call.subscribe(() => {
  for (const { producerId, source, track } of call.snapshot().remotes) {
    if (players.has(producerId)) continue;
    const player = document.createElement(source === 'camera' ? 'video' : 'audio');
    player.srcObject = new MediaStream([track]);
    player.autoplay = true;
    if (player instanceof HTMLVideoElement) {
      player.muted = true;
      player.requestVideoFrameCallback(() => {
        window.firstFrameAt ??= performance.now();
      });
    }
    players.set(producerId, player);
    document.body.append(player);
  }
});

const phases: CallPhase[] = [];
call.subscribe(() => {
  const { phase } = call.snapshot();
  if (phases.at(-1) !== phase) phases.push(phase);
});

declare global {
  interface Window {
    call: CallClient;
    /** Every phase the call has been in, also one that was over before a test could look. */
    phases: CallPhase[];
    socket: typeof socket;
    /** Raw messages, for trying what the call client never sends. */
    send: (name: string, data: unknown) => Promise<unknown>;
    /** What the others said, in the order it was heard. */
    heard: { message: TalkMessage; from: TalkFrom }[];
    joinedAt?: number;
    firstFrameAt?: number;
  }
}
window.call = call;
window.phases = phases;
window.heard = [];
window.socket = socket;
window.send = (name, data) => socket.timeout(10_000).emitWithAck(name, data);

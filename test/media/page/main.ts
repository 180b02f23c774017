/** A page without any screen: the call client on a bare socket, driven by the test. */
import { io } from 'socket.io-client';
import type { z } from 'zod';
import { CallClient } from '../../../client/features/consultation/media/call-client.ts';
import type { CallPhase } from '../../../client/features/consultation/media/call-state.ts';
import type { Signalling } from '../../../client/features/consultation/media/signalling.ts';
import type { Fact, Message } from '../../../server/kernel/wire.ts';

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
  async ask<M extends Message>(message: M, data: z.input<M['data']>) {
    const answer = await socket
      .timeout(10_000)
      .emitWithAck(message.name, data)
      .catch(() => {
        throw new Refused('network_lost');
      });
    if (!answer.ok) throw new Refused(answer.error.code);
    return message.reply.parse(answer.data) as z.output<M['reply']>;
  },
  hear<F extends Fact>(fact: F, handler: (data: z.output<F['data']>) => void) {
    const listener = (data: unknown) => handler(fact.data.parse(data) as z.output<F['data']>);
    socket.on(fact.name, listener);
    return () => void socket.off(fact.name, listener);
  },
  onReconnect(handler) {
    socket.on('connect', handler);
    return () => void socket.off('connect', handler);
  },
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
    joinedAt?: number;
    firstFrameAt?: number;
  }
}
window.call = call;
window.phases = phases;
window.socket = socket;
window.send = (name, data) => socket.timeout(10_000).emitWithAck(name, data);

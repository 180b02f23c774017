import { io, type Socket } from 'socket.io-client';
import type { FactData, MessageReply, Signalling } from '../call/signalling.ts';

/** The live line of a guest: opened by the cookie that the link gave, not by a session that may stand beside it. */
export type GuestLine = Signalling & { onChange(handler: () => void): void; close(): void };

/** How long a message waits for its acknowledgement, in ms. */
const patience = 10_000;

export function openGuestLine(): GuestLine {
  const socket = io({
    auth: { as: 'guest' },
    transports: ['websocket', 'polling'],
    reconnectionDelayMax: 5_000,
    forceNew: true,
  });
  // The server ended it (shutdown): Socket.IO leaves coming back to us.
  socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
  return {
    ask: async (name, data) => (await answered(socket, name, data)) as MessageReply<typeof name>,
    hear: (name, handler) => hearByName(socket, name, (data) => handler(data as FactData<typeof name>)),
    renew: () => void socket.io.engine.close(),
    onReconnect(handler) {
      const listener = () => handler();
      socket.on('connect', listener);
      return () => void socket.off('connect', listener);
    },
    onChange(handler) {
      // Facts may have been missed while the line was away.
      for (const name of ['connect', 'guest:changed', 'kernel:refresh']) socket.on(name, () => handler());
    },
    close: () => void socket.disconnect(),
  };
}

async function answered(socket: Socket, name: string, data: unknown): Promise<unknown> {
  const answer = await socket
    .timeout(patience)
    .emitWithAck(name, data)
    .catch(() => ({ ok: false, error: { code: 'network_lost' } }));
  if (answer.ok) return answer.data;
  throw Object.assign(new Error(answer.error?.code), { code: answer.error?.code ?? 'unknown' });
}

function hearByName(socket: Socket, name: string, listener: (data: unknown) => void): () => void {
  socket.on(name, listener);
  return () => void socket.off(name, listener);
}

import { io } from 'socket.io-client';
import type { z } from 'zod';
import type { Fact, Message } from '../../server/kernel/wire.ts';
import { Problem } from '../../server/kernel/wire.ts';
import { CallError } from './call-error.ts';
import { connectionNow, setConnection } from './connection.ts';
import { queryClient } from './query-client.ts';
import { sessionRefused } from './session-store.ts';

const socket = io({ autoConnect: false, transports: ['websocket', 'polling'], reconnectionDelayMax: 5000 });

/** Opens the live line of the person who is signed in. Harmless when it is open. */
export function connectSocket(): void {
  if (socket.active) return;
  setConnection({ is: 'connecting' });
  socket.connect();
}

export function disconnectSocket(): void {
  socket.disconnect();
  setConnection({ is: 'off' });
}

/**
 * Sends a message and waits for its acknowledgement, which is given as it came.
 * @throws CallError with the server's code, or `network_lost` when none comes within `timeout` ms.
 */
export async function askByName(name: string, data: unknown, timeout = 10_000): Promise<unknown> {
  const answer: unknown = await socket
    .timeout(timeout)
    .emitWithAck(name, data)
    .catch((cause: unknown) => {
      throw new CallError('network_lost', { cause });
    });
  const refused = Problem.safeParse(answer);
  if (refused.success) {
    const { code, fields, data: details } = refused.data.error;
    throw new CallError(code, { status: 400, fields, data: details });
  }
  return isRecord(answer) ? answer.data : undefined;
}

/** The same for a message at hand, whose reply is checked. */
export async function ask<M extends Message>(
  message: M,
  data: z.input<M['data']>,
  timeout?: number,
): Promise<z.output<M['reply']>> {
  const reply = message.reply.safeParse(await askByName(message.name, data, timeout));
  if (!reply.success) throw new CallError('reply_unexpected', { cause: reply.error });
  return reply.data as z.output<M['reply']>;
}

/** Hears a fact until the returned function is called. Facts of another version are ignored. */
export function hear<F extends Fact>(fact: F, handler: (data: z.output<F['data']>) => void): () => void {
  return hearByName(fact.name, (data) => {
    const parsed = fact.data.safeParse(data);
    if (parsed.success) handler(parsed.data as z.output<F['data']>);
  });
}

/** The same, as it came. */
export function hearByName(name: string, handler: (data: unknown) => void): () => void {
  socket.on(name, handler);
  return () => {
    socket.off(name, handler);
  };
}

/** Runs whenever the line is there again, also after the server itself had ended it; and once at its beginning. */
export function onReconnect(handler: () => void): () => void {
  const listener = () => handler();
  socket.on('connect', listener);
  return () => {
    socket.off('connect', listener);
  };
}

/** Ends the line as if it had broken off, so that it is made anew over the network as it is now. */
export function renewLine(): void {
  if (socket.connected) socket.io.engine.close();
}

socket.on('connect', () => {
  const missedSomething = connectionNow().is === 'lost';
  setConnection({ is: 'on' });
  // Facts that were pushed meanwhile are gone: everything in view is asked again.
  if (missedSomething) void queryClient.invalidateQueries();
});
// What is not in view hears nothing: it is asked again when it comes back into view.
socket.onAny(() => void queryClient.invalidateQueries({ type: 'inactive', refetchType: 'none' }));
// The server itself lost facts for a moment: the same.
socket.on('kernel:refresh', () => void queryClient.invalidateQueries());
socket.on('disconnect', (reason) => {
  if (reason === 'io client disconnect') return;
  setConnection({ is: 'lost', since: Date.now() });
  // The server ended it (shutdown, sign-out elsewhere): Socket.IO leaves coming back to us.
  if (reason === 'io server disconnect') socket.connect();
});
socket.on('connect_error', (error) => {
  if (error.message === 'not_signed_in') return sessionRefused();
  if (connectionNow().is !== 'lost') setConnection({ is: 'lost', since: Date.now() });
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

import type { z } from 'zod';
import type { Fact, Message } from '../../../../server/kernel/wire.ts';

/** The line to the server, as `lib/socket.ts` has it; a test gives its own. */
export type Signalling = {
  /** @throws an Error with the server's stable `code`, or `network_lost` */
  ask<M extends Message>(message: M, data: z.input<M['data']>): Promise<z.output<M['reply']>>;
  hear<F extends Fact>(fact: F, handler: (data: z.output<F['data']>) => void): () => void;
  onReconnect(handler: () => void): () => void;
};

/** The stable code of a refused or lost request. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

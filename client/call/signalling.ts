import type { z } from 'zod';
import type * as wire from '../../server/modules/consultation/signalling-contract.ts';

type Wire = (typeof wire)[keyof typeof wire];
type RoomMessage = Extract<Wire, { name: string; reply: unknown }>;
type RoomFact = Exclude<Extract<Wire, { name: string; data: unknown }>, RoomMessage>;
export type MessageName = RoomMessage['name'];
export type FactName = RoomFact['name'];
export type MessageData<N extends MessageName> = z.input<Extract<RoomMessage, { name: N }>['data']>;
export type MessageReply<N extends MessageName> = z.output<Extract<RoomMessage, { name: N }>['reply']>;
export type FactData<N extends FactName> = z.output<Extract<RoomFact, { name: N }>['data']>;

/**
 * The line to the server. Messages and facts go by their names, so that the call carries no schemas: the server
 * checks what it is sent, and what it sends is what its own schemas let through.
 */
export type Signalling = {
  /** @throws an Error with the server's stable `code`, or `network_lost` */
  ask<N extends MessageName>(name: N, data: MessageData<N>): Promise<MessageReply<N>>;
  hear<N extends FactName>(name: N, handler: (data: FactData<N>) => void): () => void;
  onReconnect(handler: () => void): () => void;
  /** The way to the server has changed: makes the line anew instead of waiting until it is noticed to be dead. */
  renew(): void;
};

/** The stable code of a refused or lost request. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

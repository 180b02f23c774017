import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { AppError, describe, invalid } from './errors.ts';
import type { RecordedEvent } from './events.ts';
import { fieldsOf, problem, toAppError } from './http.ts';
import type { Ack, Fact, Message } from './wire.ts';

/** An open window, whoever looks into it. */
export type OpenLine = { deps: Deps; socket: Socket; io: Server };
/** One person's open window. */
export type Line = OpenLine & { actor: Actor };

/** Answers a message: parse, ask, acknowledge `{ ok, data }` or `{ ok: false, error }`. */
export function on<D extends z.ZodType, R extends z.ZodType>(
  line: Pick<OpenLine, 'deps' | 'socket'>,
  message: Message<D, R>,
  handle: (data: z.output<D>) => Promise<z.input<R>>,
): void {
  line.socket.on(message.name, async (given: unknown, acknowledge: unknown) => {
    const answer = (ack: Ack<unknown>) => {
      if (typeof acknowledge === 'function') acknowledge(ack);
    };
    try {
      const parsed = message.data.safeParse(given);
      if (!parsed.success) throw invalid('invalid_input', { fields: fieldsOf(parsed.error) });
      answer({ ok: true, data: message.reply.parse(await handle(parsed.data)) });
    } catch (error) {
      const known = toAppError(error);
      if (!known) line.deps.log.error({ message: message.name, err: describe(error) }, 'message failed');
      answer({ ok: false, ...problem(known ?? new AppError('unavailable', 'internal_error')) });
    }
  });
}

/** Pushes a fact to rooms. Rooms: `account:ID`, `organisation:ID`, `department:ID`, `role:ROLE`, and modules' own. */
export function tell<D extends z.ZodType>(
  io: Server,
  rooms: string[],
  fact: Fact<D>,
  data: z.input<D>,
): void {
  if (rooms.length > 0) io.to(rooms).emit(fact.name, fact.data.parse(data));
}

export type Push = { to: string[]; fact: Fact; data: unknown };

/** What open windows hear of an event, on whichever server process they hang. */
export type Live = { types: readonly string[]; push: (deps: Deps, event: RecordedEvent) => Promise<Push[]> };

import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { AppError, invalid } from '../../../kernel/errors.ts';
import {
  type CallInput,
  type CallName,
  calls,
  type Handlers,
  type MediaEvent,
  Request,
  type Untimed,
} from './interface.ts';
import { limits } from './limits.ts';
import { line, lineReader } from './lines.ts';

/** The media process's end of the control interface: answers calls, tells events, keeps those nobody heard. */
export class Control {
  #server: Server;
  #handlers: Handlers;
  #connections = new Set<Socket>();
  #unheard: string[] = [];
  #changed: () => void;

  /**
   * @param handlers answer the calls, whose input has passed its schema
   * @param changed told when a connection opens or closes
   */
  static async create(socketPath: string, handlers: Handlers, changed: () => void): Promise<Control> {
    const control = new Control(handlers, changed);
    if (await answers(socketPath)) throw new Error(`Another media process listens at ${socketPath}.`);
    // What still lies there was left by a dead one.
    rmSync(socketPath, { force: true });
    const before = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => {
        control.#server.once('error', reject).listen(socketPath, resolve);
      });
    } finally {
      process.umask(before);
    }
    chmodSync(socketPath, 0o600);
    return control;
  }

  private constructor(handlers: Handlers, changed: () => void) {
    this.#handlers = handlers;
    this.#changed = changed;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  get connections(): number {
    return this.#connections.size;
  }

  readonly emit = (event: Untimed): void => {
    const text = line({ event: { ...event, at: Date.now() } satisfies MediaEvent });
    if (this.#connections.size === 0) {
      this.#unheard.push(text);
      if (this.#unheard.length > limits.bufferedEvents) this.#unheard.shift();
    }
    for (const connection of this.#connections) connection.write(text);
  };

  close(): void {
    this.#server.close();
    for (const connection of this.#connections) connection.end();
  }

  #accept(socket: Socket): void {
    const read = lineReader(limits.lineLength, (value) => void this.#answer(socket, value));
    socket.on('data', (chunk: Buffer) => {
      try {
        read(chunk);
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#connections.delete(socket);
      this.#changed();
    });
    this.#connections.add(socket);
    for (const text of this.#unheard.splice(0)) socket.write(text);
    this.#changed();
  }

  async #answer(socket: Socket, value: unknown): Promise<void> {
    const request = Request.safeParse(value);
    if (!request.success) return void socket.destroy();
    const { id, call, input } = request.data;
    try {
      socket.write(line({ id, output: await this.#ask(call, input) }));
    } catch (error) {
      if (!(error instanceof AppError)) this.#report(call, error);
      socket.write(line({ id, error: describe(error) }));
    }
  }

  #report(call: string, error: unknown): void {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.emit({ type: 'log', level: 'error', message: 'a call failed', fields: { call, cause } });
  }

  async #ask(call: string, given: unknown): Promise<unknown> {
    if (!isCall(call)) throw invalid('unknown_call');
    const input = calls[call].input.safeParse(given);
    if (!input.success) throw invalid('invalid_input', { message: input.error.message });
    return dispatch(this.#handlers, call, input.data);
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

function dispatch<N extends CallName>(handlers: Handlers, call: N, input: CallInput<N>) {
  return handlers[call](input);
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function describe(error: unknown): { kind: string; code: string; message: string } {
  if (error instanceof AppError) return { kind: error.kind, code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unavailable', code: 'media_unavailable', message };
}

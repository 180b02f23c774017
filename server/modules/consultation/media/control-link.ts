import { connect, type Socket } from 'node:net';
import { AppError, type ErrorKind, statusOf, unavailable } from '../../../kernel/errors.ts';
import { type CallInput, type CallName, type CallOutput, calls, MediaEvent, Response } from './interface.ts';
import { limits } from './limits.ts';
import { line, lineReader } from './lines.ts';

type Waiting = { resolve: (output: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout };

/** One connection to the media process. Calls that are under way when it breaks fail as unavailable. */
export class ControlLink {
  #socket: Socket;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed = false;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly closed: Promise<void>;

  /** Rejects when nobody listens at `socketPath`. */
  static create(socketPath: string, hear: (event: MediaEvent) => void): Promise<ControlLink> {
    return new Promise((resolve, reject) => {
      const socket = connect(socketPath);
      socket.once('error', reject);
      socket.once('connect', () => resolve(new ControlLink(socket, hear)));
    });
  }

  private constructor(socket: Socket, hear: (event: MediaEvent) => void) {
    this.#socket = socket;
    const read = lineReader(limits.lineLength, (value) => this.#receive(value, hear));
    socket.on('data', (chunk: Buffer) => {
      try {
        read(chunk);
      } catch {
        this.close();
      }
    });
    socket.on('error', () => this.close());
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.close();
        resolve();
      });
    });
  }

  /** @throws AppError as the media process raised it, or unavailable('media') when it does not answer in time */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    if (this.#closed) throw unavailable('media');
    this.#lastId += 1;
    const id = this.#lastId;
    const output = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(unavailable('media')), limits.callMs);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#socket.write(line({ id, call: name, input }));
    });
    return parseOutput(name, output);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.destroy();
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(unavailable('media'));
  }

  #receive(value: unknown, hear: (event: MediaEvent) => void): void {
    if (typeof value === 'object' && value !== null && 'event' in value) {
      hear(MediaEvent.parse(value.event));
      return;
    }
    const response = Response.parse(value);
    const waiting = this.#settle(response.id);
    if ('error' in response) waiting?.reject(toAppError(response.error));
    else waiting?.resolve(response.output);
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}

function parseOutput<N extends CallName>(name: N, output: unknown): CallOutput<N> {
  return calls[name].output.parse(output) as CallOutput<N>;
}

function toAppError({ kind, code, message }: { kind: string; code: string; message: string }): AppError {
  return new AppError(isKind(kind) ? kind : 'unavailable', code, { message });
}

function isKind(kind: string): kind is ErrorKind {
  return Object.hasOwn(statusOf, kind);
}

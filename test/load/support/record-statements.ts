/**
 * Loaded into a server before it starts (`node --import`), writes down every statement that it sends for a call with
 * the header `X-Record`, with its parameters and the rows that came back: one line of JSON each in the file that
 * STATEMENTS names. Only measurements load it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import { type IncomingMessage, Server } from 'node:http';
import pg from 'pg';
import type { Recorded, Value } from './statements.ts';

const file = process.env.STATEMENTS ?? '';
const recording = new AsyncLocalStorage<string>();
const connections = new WeakMap<object, number>();
let known = 0;

type Emit = (this: Server, event: string, ...rest: unknown[]) => boolean;
const emit = Server.prototype.emit as Emit;
Server.prototype.emit = function (this: Server, event, ...rest) {
  const call = event === 'request' ? (rest[0] as IncomingMessage).headers['x-record'] : undefined;
  return typeof call === 'string'
    ? recording.run(call, () => emit.call(this, event, ...rest))
    : emit.call(this, event, ...rest);
} as Emit as typeof Server.prototype.emit;

type Sent = { text: string; values?: unknown[]; name?: string };
type Query = (this: object, sent: Sent | string, ...rest: unknown[]) => unknown;

const query = pg.Client.prototype.query as Query;
pg.Client.prototype.query = function (this: object, sent, ...rest) {
  const call = recording.getStore();
  if (!call) return query.call(this, sent, ...rest);
  const statement = typeof sent === 'string' ? { text: sent, values: rest[0] } : sent;
  const connection = connections.get(this) ?? ++known;
  connections.set(this, connection);
  const write = (rows: unknown[]) => {
    const recorded: Recorded = {
      call,
      connection,
      text: statement.text,
      name: typeof sent === 'string' ? null : (sent.name ?? null),
      values: Array.isArray(statement.values) ? statement.values.map(carried) : [],
      rows: rows.map((row) => Object.values(row as object).map(carried)),
    };
    appendFileSync(file, `${JSON.stringify(recorded)}\n`);
  };
  // A failed statement has no rows, and whoever measures sees that it failed. A pool asks with a callback.
  const answered = rest.map((one) => (typeof one === 'function' ? listening(one as Answered, write) : one));
  const result = query.call(this, sent, ...answered);
  if (result instanceof Promise) {
    result.then(
      ({ rows }) => write(rows ?? []),
      () => undefined,
    );
  }
  return result;
} as Query as typeof pg.Client.prototype.query;

type Answered = (error: Error | null, result?: { rows?: unknown[] }) => void;

const listening =
  (answered: Answered, write: (rows: unknown[]) => void): Answered =>
  (error, result) => {
    if (!error) write(result?.rows ?? []);
    answered(error, result);
  };

const carried = (value: unknown): Value => {
  if (value instanceof Date) return { instant: value.toISOString() };
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') };
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return { list: value.map(carried) };
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value as Value;
};

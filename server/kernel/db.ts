import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Actor } from './actor.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { createLines, type Lines, type Opening, type Who } from './lines.ts';
import type { Log } from './log.ts';
import { createNames, type Statement, sql } from './statement.ts';

export type Tx = Prisma.TransactionClient;

export type Db = {
  /** Runs `work` in one transaction in which row-level security knows the actor. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as a guest without an account, who sees the own invitation and room only. */
  asGuest<T>(guestId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as the software itself: jobs, sign-in, set-up. Undone after `limit` ms. */
  system<T>(work: (tx: Tx) => Promise<T>, limit?: number): Promise<T>;
  /** One statement as the software itself, outside of any transaction: a third of what {@link Db.system} takes. */
  look<R extends object>(statement: Statement): Promise<R[]>;
  /** Throws when PostgreSQL does not answer. */
  ping(): Promise<void>;
  /** Hears NOTIFY on `channel`, over a connection of its own that comes back after a loss. `onGap` tells that something may have been missed. */
  listen(channel: string, hear: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/**
 * Does a part of an actor's transaction as the software itself: what follows from an act of somebody who may neither
 * see nor write it, e.g. whom a request rings in another department. Row-level security knows the actor again after.
 */
export async function asSoftware<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [was] = await ask<{ role: string }>(
    tx,
    sql`select current_setting('app.role', true) as role, set_config('app.role', 'system', true)`,
  );
  // After a throw nothing is restored: the transaction is undone as a whole.
  const done = await work();
  await ask(tx, sql`select set_config('app.role', ${was?.role ?? ''}, true)`);
  return done;
}

const isRead = (text: string): boolean => /^\s*select\b/i.test(text);

/** Connections beside the pool's, for single statements that are over at once. */
const lookers = 4;
const limits = { maxWait: 5_000, timeout: 15_000 };
/** A machine that is gone or a line that was cut says nothing: noticed within seconds, not after the system's hours. */
const patience = { connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** @param url PostgreSQL address of the application role, which is neither owner nor superuser. */
export function createDb(url: string, pool: number, log: Log): Db {
  const lines = createLines({ connectionString: url, max: pool, ...patience });
  const looking = new pg.Pool({
    connectionString: url,
    max: lookers,
    ...patience,
    onConnect: async (line) => void (await line.query("select set_config('app.role', 'system', false)")),
  });
  looking.on('error', () => undefined);
  const nameOf = createNames();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(lines.pool, {
      // Without parameters too: a large one takes longer to plan than to run.
      statementNameGenerator: ({ sql, args }) => (args.length > 0 || isRead(sql) ? nameOf(sql) : ''),
      disposeExternalPool: true,
    }),
  });

  const run = <T>(who: Who, work: (tx: Tx) => Promise<T>, timeout = limits.timeout) => {
    const opening: Opening = { who, line: null };
    const working = async (tx: Tx) => {
      openings.set(tx, { lines, opening });
      return work(tx);
    };
    return lines.open(opening, () => prisma.$transaction(working, { ...limits, timeout }));
  };

  return {
    as: (actor, work) =>
      run(
        {
          account: actor.accountId,
          role: actor.role,
          organisation: actor.organisationId,
          department: actor.departmentId ?? '',
        },
        work,
      ),
    asGuest: (guestId, work) => run({ account: guestId, role: '', organisation: '', department: '' }, work),
    system: (work, limit) =>
      run({ account: '', role: 'system', organisation: '', department: '' }, work, limit),
    look: async (statement) => (await looking.query(statement)).rows,
    async ping() {
      await prisma.$queryRaw`select 1`;
    },
    listen: (channel, hear, onGap) => listen(url, channel, hear, onGap, log),
    async close() {
      await looking.end();
      await prisma.$disconnect();
    },
  };
}

const openings = new WeakMap<Tx, { lines: Lines; opening: Opening }>();

/**
 * One statement in a transaction, by the driver itself: a tenth of what it costs through Prisma. Columns come as the
 * driver reads them: instants as `Date`, `bigint` as text, JSON as values.
 */
export async function ask<R extends object>(tx: Tx, statement: Statement): Promise<R[]> {
  const open = openings.get(tx);
  if (!open) throw new Error('this is no transaction of ours');
  const { rows } = await open.lines.lineOf(open.opening).query<R>(statement);
  return rows;
}

async function listen(
  url: string,
  channel: string,
  hear: (payload: string) => void,
  onGap: () => void,
  log: Log,
) {
  let closed = false;
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | null = null;

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, ...patience });
    let listens = false;
    const leave = () => fresh.end().catch(() => undefined);
    fresh.on('notification', (message) => hear(message.payload ?? ''));
    fresh.on('error', leave);
    // One that never listened is tried again by whoever tried it: two would hear everything twice.
    fresh.on('end', () => {
      if (listens && !closed) retry();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      void leave();
      throw error;
    }
    listens = true;
    client = fresh;
    if (closed) await leave();
  };
  const retry = () => {
    again ??= setTimeout(() => {
      again = null;
      connect().then(
        () => {
          if (!closed) onGap();
        },
        (error: Error) => {
          log.warn({ err: { message: error.message } }, 'the database does not answer the listener yet');
          if (!closed) retry();
        },
      );
    }, 500);
  };

  await connect();
  return async () => {
    closed = true;
    if (again) clearTimeout(again);
    await client?.end();
  };
}

/** Name of the constraint or index that refused a write, or null when the error is another one. */
export function violatedConstraint(error: unknown): string | null {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : '';
  const found = /constraint (?:failed on the constraint: )?[`"\\]+([a-z0-9_]+)/i.exec(text);
  return found?.[1] ?? null;
}

// How Prisma's adapter names it; PostgreSQL's classes 08 (connection), 53 (resources), 57P (shut down) and the two codes
// of 40 by which it gives one of several transactions up; the system's own codes; and the words of those without any.
const awayWords = new RegExp(
  [
    '"kind":"(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)"',
    '"(originalC|c)ode":"(08|53|57P|40001|40P01|ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH)',
    'Unable to start a transaction|Connection terminated|is not queryable|timeout exceeded when trying to connect',
  ].join('|'),
);

/** Whether PostgreSQL did not answer or gave a transaction up. Nothing was refused: asking again may help. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && awayWords.test(`${error.message} ${JSON.stringify(error)}`);
}

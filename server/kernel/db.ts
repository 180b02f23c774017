import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Actor } from './actor.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import type { Log } from './log.ts';

export type Tx = Prisma.TransactionClient;

export type Db = {
  /** Runs `work` in one transaction in which row-level security knows the actor. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as the software itself: jobs, sign-in, set-up. Undone after `limit` ms. */
  system<T>(work: (tx: Tx) => Promise<T>, limit?: number): Promise<T>;
  /** Throws when PostgreSQL does not answer. */
  ping(): Promise<void>;
  /** Hears NOTIFY on `channel`, over a connection of its own that comes back after a loss. `onGap` tells that something may have been missed. */
  listen(channel: string, hear: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const limits = { maxWait: 5_000, timeout: 15_000 };
/** A machine that is gone or a line that was cut says nothing: noticed within seconds, not after the system's hours. */
const patience = { connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** @param url PostgreSQL address of the application role, which is neither owner nor superuser. */
export function createDb(url: string, pool: number, log: Log): Db {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: pool, ...patience }),
  });

  const run = <T>(settings: Setting, work: (tx: Tx) => Promise<T>, timeout = limits.timeout) =>
    prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`select set_config('app.account', ${settings.account}, true), set_config('app.role', ${settings.role}, true),
        set_config('app.organisation', ${settings.organisation}, true), set_config('app.department', ${settings.department}, true)`;
        return work(tx);
      },
      { ...limits, timeout },
    );

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
    system: (work, limit) =>
      run({ account: '', role: 'system', organisation: '', department: '' }, work, limit),
    async ping() {
      await prisma.$queryRaw`select 1`;
    },
    listen: (channel, hear, onGap) => listen(url, channel, hear, onGap, log),
    close: () => prisma.$disconnect(),
  };
}

type Setting = { account: string; role: string; organisation: string; department: string };

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

// How Prisma's adapter names it; PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shut down); and the
// words of those that have neither.
const awayWords = new RegExp(
  [
    '"kind":"(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)"',
    '"originalCode":"(08|53|57P)',
    'Unable to start a transaction|Connection terminated|is not queryable|timeout exceeded when trying to connect',
  ].join('|'),
);

/** Whether PostgreSQL did not answer or gave a transaction up. Nothing was refused: asking again may help. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && awayWords.test(`${error.message} ${JSON.stringify(error)}`);
}

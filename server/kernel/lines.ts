import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** As whom a transaction runs: what row-level security knows. Empty texts = nobody, and nowhere. */
export type Who = { account: string; role: string; organisation: string; department: string };

/** A transaction that was asked for, and its connection once it has begun. */
export type Opening = { who: Who; line: pg.ClientBase | null };

export type Lines = {
  pool: pg.Pool;
  /** Runs what opens a transaction; the first that begins within it begins as `opening.who`. */
  open<T>(opening: Opening, begin: () => Promise<T>): Promise<T>;
  /** The connection of a transaction. @throws when it has ended: its connection may serve another one by now. */
  lineOf(opening: Opening): pg.ClientBase;
};

/**
 * The connections of Prisma's adapter. It begins transactions with a bare `BEGIN`; here that says in the same message who
 * asks, so that no transaction is ever open as nobody, and it costs no second answer.
 */
export function createLines(config: pg.PoolConfig): Lines {
  const pool = new pg.Pool(config);
  // A connection that breaks while nobody uses it is replaced; whoever uses one hears it from the statement.
  pool.on('error', () => undefined);
  // Only from asking for a transaction to its BEGIN: Prisma hands nothing else through to there.
  const opening = new AsyncLocalStorage<Opening>();
  const current = new WeakMap<pg.ClientBase, Opening>();

  pool.on('connect', (line) => {
    const send = line.query.bind(line) as Send;
    const watched: Send = (sent, ...rest) => {
      const text = typeof sent === 'string' ? sent : sent.text;
      if (text === 'BEGIN') {
        const asked = opening.getStore();
        if (!asked || asked.line) throw new Error('a transaction was begun that nobody asked for');
        asked.line = line;
        current.set(line, asked);
        return send(`BEGIN; ${whoAsks(asked.who)}`);
      }
      if (text === 'COMMIT' || text === 'ROLLBACK') current.delete(line);
      return send(sent, ...rest);
    };
    line.query = watched as typeof line.query;
  });

  return {
    pool,
    open: (asked, begin) => opening.run(asked, begin),
    lineOf(asked) {
      if (!asked.line || current.get(asked.line) !== asked) throw new Error('the transaction has ended');
      return asked.line;
    },
  };
}

type Send = (sent: string | { text: string }, ...rest: unknown[]) => unknown;

const whoAsks = ({ account, role, organisation, department }: Who): string => {
  const set = (name: string, value: string) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`;
  return `SELECT ${set('account', account)}, ${set('role', role)}, ${set('organisation', organisation)}, ${set('department', department)}`;
};

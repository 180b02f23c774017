import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { hashOf } from './tokens.ts';

// Points within seconds. Sign-in counts failures: per person and place first, so that nobody can lock another out
// from elsewhere; then per person from everywhere, and per place over all persons. Calls are counted generously:
// they stop a program run wild, not a busy practice.
const rules = {
  signInPair: { points: 10, duration: 900 },
  signInEmail: { points: 100, duration: 3600 },
  signInIp: { points: 100, duration: 900 },
  password: { points: 10, duration: 900 },
  // Of four digits, five guesses in a quarter of an hour find one in two thousand.
  pin: { points: 5, duration: 900 },
  pinStation: { points: 30, duration: 900 },
  // Calendar programs come by every quarter of an hour or so; a guess at 256 bits finds nothing anyway.
  calendar: { points: 60, duration: 900 },
  calendarIp: { points: 600, duration: 900 },
  // Links of guests hold 256 bits: what is stopped is a program that tries. A link that fits gives its point back.
  guestIp: { points: 60, duration: 900 },
  account: { points: 1500, duration: 60 },
  ip: { points: 3000, duration: 60 },
} as const;
export type LimitName = keyof typeof rules;

/** Points of the limits that stand in the way, and seconds until the longest one opens. */
export type Refusal = { retryAfter: number };

export type Limits = {
  /** Takes one point (or more) of every key; tells when one of them is used up. */
  take(keys: Partial<Record<LimitName, string>>, points?: number): Promise<Refusal | null>;
  /** Gives the points back: the attempt was rightful. */
  giveBack(keys: Partial<Record<LimitName, string>>): Promise<void>;
};

const made = new WeakMap<Db, Limits>();

/** The limits of this server's database; every server process counts in the same rows. */
export function limitsOf({ db }: Pick<Deps, 'db'>): Limits {
  const limits = made.get(db) ?? createLimits(db);
  made.set(db, limits);
  return limits;
}

function createLimits(db: Db): Limits {
  const storeClient = { query: (asked: Asked) => query(db, asked) };
  const limiterOf = (name: LimitName) =>
    new RateLimiterPostgres({
      ...rules[name],
      storeClient,
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      // Once used up, this process says no by itself instead of asking the database again.
      inMemoryBlockOnConsumed: rules[name].points + 1,
    });
  const limiters = new Map(Object.keys(rules).map((name) => [name, limiterOf(name as LimitName)]));
  const each = <T>(keys: object, work: (limiter: RateLimiterPostgres, key: string) => Promise<T>) =>
    Promise.all(
      Object.entries(keys).map(([name, key]) => {
        const limiter = limiters.get(name);
        return limiter ? work(limiter, hashOf(String(key))) : null;
      }),
    );
  return {
    async take(keys, points = 1) {
      const taken = await each(keys, (limiter, key) => limiter.consume(key, points).then(() => 0, waitOf));
      const retryAfter = Math.max(0, ...taken.map((seconds) => seconds ?? 0));
      return retryAfter > 0 ? { retryAfter } : null;
    },
    async giveBack(keys) {
      await each(keys, (limiter, key) => limiter.reward(key));
    },
  };
}

/** Seconds to wait; whatever is no refusal is a failure of the database and goes on as such. */
function waitOf(refused: unknown): number {
  if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  throw refused;
}

type Asked = { text: string; values?: unknown[] };

/** Speaks to the limiter like the driver `pg`. The statements are the library's own, with parameters. */
async function query(db: Db, { text, values = [] }: Asked) {
  const rows = await db.system((tx) =>
    tx.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values),
  );
  return {
    rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
    rowCount: rows.length,
  };
}

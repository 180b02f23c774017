/**
 * Hash chain over the event log. A seal covers a batch of rows and the seal before it, so that whoever changes,
 * adds, removes or reorders a sealed row must recompute every later seal, and a copy of one hash kept elsewhere
 * gives it away. Pure.
 *
 * hash = SHA-256 of the canonical JSON (RFC 8785: keys sorted by UTF-16 units, no blanks) of
 * `{ version, previousHash, firstId, lastId, count, rows }`.
 */
import { createHash } from 'node:crypto';

/** A row as the log keeps it; the columns that are sealed. */
export type LoggedEvent = {
  id: bigint;
  at: Date;
  type: string;
  actorAccountId: string | null;
  actorRole: string | null;
  actorOrganisationId: string | null;
  subjectKind: string;
  subjectId: string;
  patientId: string | null;
  requestId: string | null;
  /** JSON as the database gives it back. */
  payload: unknown;
};

export type Seal = {
  firstId: bigint;
  lastId: bigint;
  count: number;
  previousHash: string;
  /** 64 hexadecimal digits. */
  hash: string;
};

/** The hash before the first seal. */
export const genesisHash = '0'.repeat(64);

const version = 1;

/**
 * Seals a batch. Throws RangeError when it is empty, not in ascending order of ids, or not behind the last seal.
 * The caller gives rows of finished transactions only: a row that appears later with a lower id is never sealed.
 */
export function sealBatch(
  previous: Pick<Seal, 'lastId' | 'hash'> | null,
  rows: readonly LoggedEvent[],
): Seal {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) throw new RangeError('nothing to seal');
  if (previous && first.id <= previous.lastId) throw new RangeError('already sealed');
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before && before.id >= row.id) throw new RangeError('rows are not in ascending order');
  });
  const previousHash = previous?.hash ?? genesisHash;
  const range = { firstId: first.id, lastId: last.id, count: rows.length };
  return { ...range, previousHash, hash: hashOf(previousHash, range, rows) };
}

export type SealFault =
  /** It does not follow from the seal before it. */
  | 'chain_broken'
  /** Its rows are not those that were sealed. */
  | 'rows_changed';

/** Does the seal follow the one before it, and are its rows untouched? Null = yes. */
export function checkSeal(
  previous: Pick<Seal, 'lastId' | 'hash'> | null,
  seal: Seal,
  rows: readonly LoggedEvent[],
): SealFault | null {
  if (seal.previousHash !== (previous?.hash ?? genesisHash)) return 'chain_broken';
  if (previous && seal.firstId <= previous.lastId) return 'chain_broken';
  const isWhole =
    rows.length === seal.count && rows[0]?.id === seal.firstId && rows.at(-1)?.id === seal.lastId;
  return isWhole && hashOf(seal.previousHash, seal, rows) === seal.hash ? null : 'rows_changed';
}

export type ChainVerdict = { sound: true; seals: number } | { sound: false; at: number; fault: SealFault };

/**
 * Checks a chain from its beginning, or from `after` on. `rowsOf` gives all rows from the seal's first to its last
 * id; long chains are checked piece by piece with the last sound seal as `after`.
 */
export function checkChain(
  seals: readonly Seal[],
  rowsOf: (seal: Seal) => readonly LoggedEvent[],
  after: Pick<Seal, 'lastId' | 'hash'> | null = null,
): ChainVerdict {
  for (const [at, seal] of seals.entries()) {
    const fault = checkSeal(at === 0 ? after : (seals[at - 1] ?? null), seal, rowsOf(seal));
    if (fault) return { sound: false, at, fault };
  }
  return { sound: true, seals: seals.length };
}

function hashOf(
  previousHash: string,
  { firstId, lastId, count }: Pick<Seal, 'firstId' | 'lastId' | 'count'>,
  rows: readonly LoggedEvent[],
): string {
  const sealed = {
    version,
    previousHash,
    firstId: String(firstId),
    lastId: String(lastId),
    count,
    rows: rows.map(sealedPart),
  };
  return createHash('sha256').update(canonicalJson(sealed)).digest('hex');
}

/** Named one by one: a column that is added to the log later must not change the hash of older rows. */
const sealedPart = (row: LoggedEvent) => ({
  id: String(row.id),
  at: row.at.toISOString(),
  type: row.type,
  actorAccountId: row.actorAccountId,
  actorRole: row.actorRole,
  actorOrganisationId: row.actorOrganisationId,
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  patientId: row.patientId,
  requestId: row.requestId,
  payload: row.payload,
});

/** RFC 8785 for JSON values. Throws TypeError for what JSON cannot hold (undefined, NaN, bigint, functions). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

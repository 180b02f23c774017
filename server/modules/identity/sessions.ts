import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { sql } from '../../kernel/statement.ts';
import type { Role } from '../../kernel/wire.ts';
import { hashOf, newToken } from './tokens.ts';

/** However busy, a session ends after this many days. */
const longestDays = 7;
/** A session that is used is prolonged at most this often, so that reading stays reading. */
const prolongEveryMs = 60_000;
const hourMs = 3_600_000;

export type FoundSession = { actor: Actor; csrfToken: string; mustChangePassword: boolean };

/** At a shared device the next person may be a stranger. */
const stationIdleMs = 30 * 60_000;
const idleMs = ({ config }: Pick<Deps, 'config'>, stationId: string | null): number =>
  stationId ? Math.min(stationIdleMs, config.sessionHours * hourMs) : config.sessionHours * hourMs;

/** A new session of this account; the token leaves only in the cookie. */
export async function openSession(
  deps: Pick<Deps, 'clock' | 'config'>,
  tx: Tx,
  accountId: string,
  stationId: string | null = null,
) {
  const now = deps.clock.now();
  const token = newToken();
  const csrfToken = newToken();
  await tx.session.create({
    data: {
      tokenHash: hashOf(token),
      accountId,
      csrfToken,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + idleMs(deps, stationId)),
      stationId,
    },
  });
  return { token, csrfToken, stationId };
}

/** Who the token belongs to; null when it is unknown, over, or the account or organisation is no longer active. */
export async function findSession(
  deps: Pick<Deps, 'clock' | 'config' | 'db'>,
  token: string,
): Promise<FoundSession | null> {
  const now = deps.clock.now();
  const tokenHash = hashOf(token);
  const [row] = await deps.db.look<Row>(
    sql`select s.csrf_token, s.created_at, s.last_seen_at, s.station_id, a.id, a.role::text as role, a.display_name,
        a.organisation_id, o.kind::text as organisation_kind, a.department_id, a.practitioner_id,
        a.password_expires_at is not null as must_change_password
      from session s join account a on a.id = s.account_id join organisation o on o.id = a.organisation_id
      where s.token_hash = ${tokenHash} and s.expires_at > ${now} and a.active and o.active`,
  );
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() >= prolongEveryMs) {
    const expiresAt = new Date(
      Math.min(
        now.getTime() + idleMs(deps, row.station_id),
        row.created_at.getTime() + longestDays * 24 * hourMs,
      ),
    );
    await deps.db.system((tx) =>
      tx.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now, expiresAt } }),
    );
  }
  return { actor: toActor(row), csrfToken: row.csrf_token, mustChangePassword: row.must_change_password };
}

/** Those of these tokens whose session is valid now. Unlike {@link findSession} it prolongs none. */
export async function validSessions(
  deps: Pick<Deps, 'clock' | 'db'>,
  tokens: readonly string[],
): Promise<Set<string>> {
  const byHash = new Map(tokens.map((token) => [hashOf(token), token]));
  const rows = await deps.db.system(
    (tx) => tx.$queryRaw<{ token_hash: string }[]>`
      select s.token_hash from session s join account a on a.id = s.account_id join organisation o on o.id = a.organisation_id
      where s.token_hash = any(${[...byHash.keys()]}) and s.expires_at > ${deps.clock.now()} and a.active and o.active`,
  );
  return new Set(rows.flatMap((row) => byHash.get(row.token_hash) ?? []));
}

type Row = {
  csrf_token: string;
  created_at: Date;
  last_seen_at: Date;
  station_id: string | null;
  id: string;
  role: Role;
  display_name: string;
  organisation_id: string;
  organisation_kind: Actor['organisationKind'];
  department_id: string | null;
  practitioner_id: string | null;
  must_change_password: boolean;
};

const toActor = (row: Row): Actor => ({
  accountId: row.id,
  role: row.role,
  displayName: row.display_name,
  organisationId: row.organisation_id,
  organisationKind: row.organisation_kind,
  departmentId: row.department_id,
  practitionerId: row.practitioner_id,
});

/** Ends the session of this token; the cookie is worth nothing from then on. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash: hashOf(token) } });
}

/** Ends all sessions of an account, but for the one of `except`. */
export async function endSessionsOf(tx: Tx, accountId: string, except?: string): Promise<void> {
  await tx.session.deleteMany({
    where: { accountId, ...(except ? { tokenHash: { not: hashOf(except) } } : {}) },
  });
}

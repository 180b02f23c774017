import type { Client } from 'pg';

/** The role that the server connects as: it may use rows and call functions, and is bound by row-level security. */
export const APP_ROLE = 'telkonnet_app';
/** The role that owns the tables, used by set-up alone. */
export const OWNER_ROLE = 'telkonnet_owner';

export const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto'] as const;

/** Makes the app role where it is missing and sets its password. Runs as superuser. */
export const ensureAppRole = (admin: Client, password: string): Promise<void> =>
  ensureRole(admin, APP_ROLE, password, 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS');

export const ensureOwnerRole = (admin: Client, password: string): Promise<void> =>
  ensureRole(admin, OWNER_ROLE, password, 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS');

const ensureRole = async (admin: Client, name: string, password: string, rights: string): Promise<void> => {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${name} LOGIN ${rights} PASSWORD ${admin.escapeLiteral(password)}`);
};

/** Makes an empty database that the owner role owns and others may only connect to. Runs as superuser. */
export const ensureDatabase = async (admin: Client, name: string): Promise<void> => {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (!rowCount) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)} OWNER ${OWNER_ROLE}`);
};

/**
 * What the app role may do in the database: use rows and sequences and call functions, of today's tables and of
 * those to come; nothing that changes tables. Runs as owner, before the migrations, which may take rights away.
 */
export const grantToApp = async (owner: Client): Promise<void> => {
  for (const extension of extensions) await owner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  await owner.query(`
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO ${APP_ROLE};`);
};

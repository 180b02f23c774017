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
  ensureRole(admin, OWNER_ROLE, password, 'NOSUPERUSER CREATEDB NOCREATEROLE NOBYPASSRLS');

const ensureRole = async (admin: Client, name: string, password: string, rights: string): Promise<void> => {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${name} LOGIN ${rights} PASSWORD ${admin.escapeLiteral(password)}`);
};

import { join, resolve } from 'node:path';

/** The checkout, and where set-up keeps what it makes. All of it can be deleted; only `.data` holds anything of value. */
export const root = join(import.meta.dirname, '../..');
export const migrationsFolder = join(root, 'prisma/migrations');
export const schemaFolder = join(root, 'prisma');
export const cacheFolder = join(root, '.cache');
export const dataFolder = resolve(root, process.env.DATA_DIR || '.data');

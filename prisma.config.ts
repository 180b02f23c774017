import { defineConfig } from 'prisma/config';

// Only `prisma generate` reads this; migrations are applied by server/setup/migrate.ts.
export default defineConfig({ schema: 'prisma' });

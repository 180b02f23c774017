import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Unit tests are pure and run beside the code; the other kinds use the real PostgreSQL, sockets, media worker
// and browser, so they start one after the other (two cores do not serve a browser and a test suite at once).
const database = './test/support/global-setup.ts';
// A file of these two waits for its database or computes, seldom both: on two cores two at a time take a third less.
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['server/**/*.test.ts', 'client/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 5_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'realtime',
          include: ['test/realtime/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'media',
          // A real browser on a shared machine: a second try, which the report tells of.
          retry: 1,
          include: ['test/media/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          retry: 1,
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});

import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { port: number; password: string };
  }
}

declare global {
  /** Every project of a run calls this file; they share one PostgreSQL. */
  var testCluster: { users: number; starting: Promise<Cluster> } | undefined;
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  globalThis.testCluster ??= { users: 0, starting: startCluster() };
  const shared = globalThis.testCluster;
  shared.users += 1;
  const { port, password, stop } = await shared.starting;
  project.provide('postgres', { port, password });
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
};

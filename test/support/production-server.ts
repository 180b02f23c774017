import type { Caller } from './crowd.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { MortalCluster } from './mortal-cluster.ts';
import { type Environment, type ServerProcess, startProcess } from './server-process.ts';

/** The server as in use, with a database of this cluster. */
export const serverOn = (
  cluster: MortalCluster,
  database: string,
  environment: Environment = {},
  node: readonly string[] = [],
): Promise<ServerProcess> =>
  startProcess(
    {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://telkonnet.example',
      DATABASE_URL: cluster.appUrl(database),
      MIGRATION_DATABASE_URL: cluster.ownerUrl(database),
      ...environment,
    },
    node,
  );

const day = 86_400_000;
const dayAfter = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** The first free times of one physician, from a week ahead. */
export const freeTimesOf = async (
  http: KeepAlive,
  caller: Caller,
  practitionerId: string,
  count: number,
): Promise<string[]> => {
  const query = `practitionerId=${practitionerId}&from=${dayAfter(7)}&until=${dayAfter(60)}&limit=${count}`;
  const { status, body } = await http.send('GET', `/api/free-times?${query}`, caller.headers);
  const times = (body as { times?: { startAt: string }[] }).times?.map(({ startAt }) => startAt) ?? [];
  if (times.length < count) throw new Error(`${times.length} free times (${status}), ${count} are needed`);
  return times;
};

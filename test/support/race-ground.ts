import { type Caller, makeCallers, makeSpecialists } from './crowd.ts';
import { type Answer, type KeepAlive, keepAlive } from './keep-alive.ts';
import type { MortalCluster } from './mortal-cluster.ts';
import { freeTimesOf, serverOn } from './production-server.ts';
import type { Slot } from './race-history.ts';
import type { ServerProcess } from './server-process.ts';

/** The answer was lost with its connection or its database: what became of the call is not known. */
export const LOST = 'lost';

/** A server on a cluster that both die and come back, and the times that everybody wants. */
export type RaceGround = {
  callers: readonly Caller[];
  /** Hot times, and what lies beside every roster. */
  hot: readonly Slot[];
  cold: readonly Slot[];
  /** Waits while the server or the database is away; a call that could not even be sent is sent again. */
  send: (
    method: string,
    path: string,
    caller: Caller,
    key: string | null,
    body?: object,
  ) => Promise<Answer | typeof LOST>;
  /** One statement as a superuser; null when the database died over it. */
  spoil: (text: string, values: unknown[]) => Promise<object[] | null>;
  killServer: () => Promise<void>;
  killDatabase: () => Promise<void>;
  /** Kills the process behind one connection of the server, and with it all others. */
  killBackend: (nth: number) => Promise<void>;
  close: () => Promise<void>;
};

type Size = { people: number; times: number; callers: number; connections: number };
const minute = 60_000;

export const openRaceGround = async (
  cluster: MortalCluster,
  database: string,
  size: Size,
): Promise<RaceGround> => {
  const callers = await makeCallers({ cluster, database }, size.callers);
  const people = await makeSpecialists({ cluster, database }, size.people);
  const environment = { LOG_LEVEL: 'error' };
  let server: ServerProcess = await serverOn(cluster, database, environment);
  let http: KeepAlive = keepAlive(server.port, size.connections);
  const begins = await freeTimesOf(http, callers[0] as Caller, people[0] as string, size.times);
  const slotsAt = (shift: number): Slot[] =>
    people.flatMap((practitionerId) =>
      begins.map((time) => {
        const from = Date.parse(time) + shift;
        return { practitionerId, from, until: from + 20 * minute };
      }),
    );

  // Whoever was interrupted waits here until all is back.
  let back: Promise<void> = Promise.resolve();
  const outage = (kill: () => Promise<void>): Promise<void> => {
    back = back.then(kill);
    return back;
  };

  const ready = async () => {
    for (;;) {
      const answer = await http.send('GET', '/readyz', {}).catch(() => null);
      if (answer?.status === 200) return;
    }
  };

  return {
    callers,
    hot: slotsAt(0),
    cold: slotsAt(10 * minute),
    async send(method, path, caller, key, body) {
      const headers = { ...caller.headers, ...(key ? { 'idempotency-key': key } : {}) };
      for (;;) {
        await back;
        try {
          const answer = await http.send(method, path, headers, body);
          if (answer.status !== 503) return answer;
          if (codeOf(answer) !== 'starting') return LOST;
        } catch (error) {
          if (!wasRefused(error)) return LOST;
        }
      }
    },
    spoil: async (text, values) => {
      await back;
      return cluster.admin(database, text, values).catch(() => null);
    },
    killServer: () =>
      outage(async () => {
        await server.kill();
        http.close();
        server = await serverOn(cluster, database, { ...environment, PORT: String(server.port) });
        http = keepAlive(server.port, size.connections);
      }),
    killDatabase: () =>
      outage(async () => {
        await cluster.kill();
        await cluster.restart();
        await ready();
      }),
    killBackend: (nth) =>
      outage(async () => {
        const rows = await cluster.admin<{ pid: number }>(
          'postgres',
          'SELECT pid FROM pg_stat_activity WHERE datname = $1 ORDER BY pid',
          [database],
        );
        const chosen = rows[nth % rows.length];
        if (chosen) cluster.killBackend(chosen.pid);
        await ready();
      }),
    close: async () => {
      http.close();
      await server.close();
    },
  };
};

export const codeOf = ({ body }: Answer): string =>
  (body as { error?: { code?: string } } | null)?.error?.code ?? 'no_code';

/** Nobody listened: the call was never heard. */
const wasRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';

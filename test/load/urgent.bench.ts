import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../../server/setup/figures.ts';
import { keepAlive } from '../support/keep-alive.ts';
import { startMortalCluster } from '../support/mortal-cluster.ts';
import { serverOn } from '../support/production-server.ts';
import { makeUrgentNetwork } from './support/urgent-network.ts';
import { measureRush } from './support/urgent-rush.ts';
import { measureClaims, measureRings, warmUp } from './support/urgent-singles.ts';
import { openWindows } from './support/windows.ts';

const staffSockets = Number(process.env.BENCH_SOCKETS ?? 1_000);
const rush = Number(process.env.BENCH_REQUESTS ?? 200);
const rushSeconds = Number(process.env.BENCH_SECONDS ?? 60);
/** Single requests, one after the other, by which ring and claim are measured. */
const singles = Number(process.env.BENCH_SINGLES ?? 60);
const departments = 20;
const homes = 20;

/**
 * Rings and claims with a thousand staff windows open, and two hundred requests in one minute: none lost, none rung at
 * the wrong person, and every queue in the order of a plain comparison.
 */
export const bench = async (): Promise<Figure[]> => {
  const cluster = await startMortalCluster();
  try {
    await cluster.createDatabase('urgent');
    const network = await makeUrgentNetwork(cluster, 'urgent', {
      departments,
      staff: Math.max(3, Math.round(staffSockets / departments)),
      homes,
      residents: Math.ceil((rush + 2 * (singles + warmUp)) / homes) + 1,
    });
    const server = await serverOn(cluster, 'urgent', { PUBLIC_URL: 'https://telkonnet.example' });
    const http = keepAlive(server.port, 64);
    const windows = await openWindows(
      server.url,
      http,
      network.departments.map(({ staff }) => staff),
    );
    try {
      // The rows of the windows are written together shortly after.
      await wait(1_000);
      const residents = [...network.residents];
      return [
        {
          name: 'urgent.staff_sockets',
          value: network.departments.flatMap(({ staff }) => staff).length,
          unit: 'sockets',
        },
        ...(await measureRings(http, windows, network, residents, singles)),
        ...(await measureClaims(http, windows, network, residents, singles)),
        ...(await measureRush(http, windows, network, residents, { requests: rush, seconds: rushSeconds })),
      ];
    } finally {
      windows.close();
      http.close();
      await server.close();
    }
  } finally {
    await cluster.close();
  }
};

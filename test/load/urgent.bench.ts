import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../../server/setup/figures.ts';
import { type KeepAlive, keepAlive } from '../support/keep-alive.ts';
import { startMortalCluster } from '../support/mortal-cluster.ts';
import { serverOn } from '../support/production-server.ts';
import { urgentBody } from '../support/urgent.ts';
import { quantile } from './support/measure.ts';
import { makeUrgentNetwork, type Person, type UrgentNetwork } from './support/urgent-network.ts';
import { openWindows, type Windows } from './support/windows.ts';

const staffSockets = Number(process.env.BENCH_SOCKETS ?? 1_000);
const rush = Number(process.env.BENCH_REQUESTS ?? 200);
const rushSeconds = Number(process.env.BENCH_SECONDS ?? 60);
/** Single requests, one after the other, by which ring and claim are measured. */
const singles = Number(process.env.BENCH_SINGLES ?? 60);
/** As many before each of them, while the server gets to know its statements. */
const warmUp = 5;
const departments = 20;
const homes = 20;

/** Longer than that, and what was expected to be heard counts as lost. In ms. */
const patience = 5_000;

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
        ...(await measureRings(http, windows, network, residents)),
        ...(await measureClaims(http, windows, network, residents)),
        ...(await measureRush(http, windows, network, residents)),
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

type Resident = UrgentNetwork['residents'][number];
type Department = UrgentNetwork['departments'][number];

async function raise(
  http: KeepAlive,
  resident: Resident | undefined,
  department: Department,
  change: object = {},
) {
  if (!resident) throw new Error('there are too few residents');
  const body = urgentBody({ patientId: resident.id, specialtyCode: department.specialty, ...change });
  const { status, body: reply } = await http.send(
    'POST',
    '/api/urgent-requests',
    resident.nurse.headers,
    body,
  );
  const { requestId } = reply as { requestId?: string };
  if (status !== 201 || !requestId)
    throw new Error(`a request was answered ${status}: ${JSON.stringify(reply)}`);
  return { requestId, nurse: resident.nurse };
}

const withdraw = (http: KeepAlive, requestId: string, nurse: Person) =>
  http.send('POST', `/api/urgent-requests/${requestId}/withdraw`, nurse.headers, { reason: 'better' });

async function until(isSo: () => boolean): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await wait(2))
    if (isSo()) return true;
  return isSo();
}

/** From sending a request to its ring on the page of who is on call first: heard, and shown with its patient. */
async function measureRings(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
): Promise<Figure[]> {
  const planned = network.departments.filter((one) => one.planned);
  const [heard, shown]: [number[], number[]] = [[], []];
  for (let n = 0; n < warmUp + singles; n += 1) {
    const department = planned[n % planned.length];
    const primary = department?.staff[0];
    if (!department || !primary) throw new Error('nobody is on call');
    const sent = performance.now();
    const { requestId, nurse } = await raise(http, residents.pop(), department);
    const key = `${requestId} ${primary.id}`;
    await until(() => windows.shown.has(key));
    const ring = windows.heard.find((one) => one.requestId === requestId && one.accountId === primary.id);
    if (n >= warmUp) {
      heard.push((ring?.at ?? Number.POSITIVE_INFINITY) - sent);
      shown.push((windows.shown.get(key) ?? Number.POSITIVE_INFINITY) - sent);
    }
    await withdraw(http, requestId, nurse);
  }
  return [
    { name: 'urgent.ring_heard_p95', value: quantile(heard, 0.95), unit: 'ms', goal: { atMost: 250 } },
    { name: 'urgent.ring_shown_p95', value: quantile(shown, 0.95), unit: 'ms', goal: { atMost: 250 } },
  ];
}

/** From pressing "accept" to the end of everybody else's ring, where a whole department rings. */
async function measureClaims(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
): Promise<Figure[]> {
  const unplanned = network.departments.filter((one) => !one.planned);
  const gone: number[] = [];
  for (let n = 0; n < warmUp + singles; n += 1) {
    const department = unplanned[n % unplanned.length];
    const [taker, ...others] = department?.staff ?? [];
    if (!department || !taker) throw new Error('a department has nobody');
    const { requestId } = await raise(http, residents.pop(), department);
    const of = (ringing: boolean) =>
      windows.heard.filter((one) => one.requestId === requestId && one.ringing === ringing);
    await until(() => of(true).length > others.length);
    // The rung pages fetch the queue meanwhile; people press later.
    await wait(300);
    const pressed = performance.now();
    await http.send('POST', `/api/urgent-requests/${requestId}/claim`, taker.headers);
    await until(() => of(false).length > others.length);
    for (const other of n < warmUp ? [] : others) {
      const end = of(false).find(({ accountId }) => accountId === other.id);
      gone.push((end?.at ?? Number.POSITIVE_INFINITY) - pressed);
    }
  }
  return [
    { name: 'urgent.claim_others_gone_p95', value: quantile(gone, 0.95), unit: 'ms', goal: { atMost: 250 } },
  ];
}

const urgencies = ['immediate', 'urgent', 'today'] as const;
type Raised = {
  requestId: string;
  department: Department;
  urgency: (typeof urgencies)[number];
  pulse: number;
};

/** Many requests within a minute, at random moments. */
async function measureRush(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
): Promise<Figure[]> {
  const random = randomFrom(20_261_123);
  const before = windows.heard.length;
  const began = performance.now();
  const tries = Array.from({ length: rush }, async (): Promise<Raised | null> => {
    const department = network.departments[Math.floor(random() * network.departments.length)];
    const urgency = urgencies[Math.floor(random() * 3)] ?? 'today';
    const pulse = [80, 95, 115, 135][Math.floor(random() * 4)] ?? 80;
    const resident = residents.pop();
    const at = random() * rushSeconds * 1_000;
    if (!department) return null;
    await wait(Math.max(0, began + at - performance.now()));
    const change = {
      urgency,
      vitals: { pulse },
      situations: ['wound'],
      urgencyReason: 'Wie immer, kein Notfall',
    };
    const raised = await raise(http, resident, department, change).catch(() => null);
    return raised && { requestId: raised.requestId, department, urgency, pulse };
  });
  const raised = (await Promise.all(tries)).flatMap((one) => one ?? []);
  await wait(2_000);
  const rings = windows.heard.slice(before).filter(({ ringing }) => ringing);
  return [
    { name: 'urgent.rush_requests', value: raised.length, unit: 'requests' },
    { name: 'urgent.rush_lost', value: rush - reached(raised, rings), unit: 'requests', goal: { atMost: 0 } },
    {
      name: 'urgent.rush_wrong_person',
      value: wronglyRung(raised, rings),
      unit: 'rings',
      goal: { atMost: 0 },
    },
    {
      name: 'urgent.rush_out_of_order',
      value: await outOfOrder(http, raised),
      unit: 'places',
      goal: { atMost: 0 },
    },
  ];
}

/** Requests that rang for whoever must be rung first. */
const reached = (raised: readonly Raised[], rings: Windows['heard']): number =>
  raised.filter(({ requestId, department }) => {
    const rung = new Set(
      rings.filter((ring) => ring.requestId === requestId).map(({ accountId }) => accountId),
    );
    const first = department.planned ? department.staff.slice(0, 1) : department.staff;
    return first.every(({ id }) => rung.has(id));
  }).length;

/** Rings of people of another department, or of others than those on call within the first two steps. */
const wronglyRung = (raised: readonly Raised[], rings: Windows['heard']): number =>
  rings.filter(({ requestId, accountId }) => {
    const request = raised.find((one) => one.requestId === requestId);
    if (!request) return true;
    const { staff, planned } = request.department;
    // Within the minute an immediate request may have come as far as the whole department.
    const may = planned && request.urgency !== 'immediate' ? staff.slice(0, 1) : staff;
    return !may.some(({ id }) => id === accountId);
  }).length;

const rank = { immediate: 0, urgent: 1, today: 2 };
/** NEWS2 of a pulse alone (RCP 2017). */
const points = (pulse: number) => (pulse >= 131 ? 3 : pulse >= 111 ? 2 : pulse >= 91 ? 1 : 0);

/** Places of all queues at which another request stands than a plain comparison puts there. */
async function outOfOrder(http: KeepAlive, raised: readonly Raised[]): Promise<number> {
  let wrong = 0;
  for (const department of new Set(raised.map((one) => one.department))) {
    const { body } = await http.send('GET', '/api/urgent-requests/queue', department.staff[2]?.headers ?? {});
    const { items } = body as {
      items: { requestId: string; raisedAt: string; urgency: Raised['urgency'] }[];
    };
    const of = (requestId: string) => raised.find((one) => one.requestId === requestId);
    const expected = items
      .map(({ requestId, raisedAt }) => ({ requestId, raisedAt, request: of(requestId) }))
      .sort(
        (a, b) =>
          rank[a.request?.urgency ?? 'today'] - rank[b.request?.urgency ?? 'today'] ||
          points(b.request?.pulse ?? 0) - points(a.request?.pulse ?? 0) ||
          a.raisedAt.localeCompare(b.raisedAt) ||
          a.requestId.localeCompare(b.requestId),
      );
    wrong += items.filter(({ requestId }, at) => expected[at]?.requestId !== requestId).length;
    wrong += Math.abs(items.length - raised.filter((one) => one.department === department).length);
  }
  return wrong;
}

/** The same requests in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

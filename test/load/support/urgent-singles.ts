import type { Figure } from '../../../server/setup/figures.ts';
import type { KeepAlive } from '../../support/keep-alive.ts';
import { quantile } from './measure.ts';
import { type Resident, raise, until, withdraw } from './urgent-calls.ts';
import type { Person, UrgentNetwork } from './urgent-network.ts';
import type { Windows } from './windows.ts';

/** As many before those that are measured, while the server gets to know its statements. */
export const warmUp = 5;

/** From sending a request to its ring on the page of who is on call first: heard, and shown with its patient. */
export async function measureRings(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
  singles: number,
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

/** Where a whole department rings: until all of it shows the ring, and from "accept" to the end of everybody else's. */
export async function measureClaims(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
  singles: number,
): Promise<Figure[]> {
  const unplanned = network.departments.filter((one) => !one.planned);
  const [shown, gone]: [number[], number[]] = [[], []];
  for (let n = 0; n < warmUp + singles; n += 1) {
    const department = unplanned[n % unplanned.length];
    const [taker, ...others] = department?.staff ?? [];
    if (!department || !taker) throw new Error('a department has nobody');
    const sent = performance.now();
    const { requestId } = await raise(http, residents.pop(), department);
    const of = (ringing: boolean) =>
      windows.heard.filter((one) => one.requestId === requestId && one.ringing === ringing);
    const isShown = ({ id }: Person) => windows.shown.has(`${requestId} ${id}`);
    await until(() => department.staff.every(isShown));
    if (n >= warmUp) {
      const when = department.staff.map(({ id }) => windows.shown.get(`${requestId} ${id}`));
      shown.push(...when.map((at) => (at ?? Number.POSITIVE_INFINITY) - sent));
    }
    const pressed = performance.now();
    await http.send('POST', `/api/urgent-requests/${requestId}/claim`, taker.headers);
    await until(() => of(false).length > others.length);
    for (const other of n < warmUp ? [] : others) {
      const end = of(false).find(({ accountId }) => accountId === other.id);
      gone.push((end?.at ?? Number.POSITIVE_INFINITY) - pressed);
    }
  }
  return [
    {
      name: 'urgent.department_ring_shown_p95',
      value: quantile(shown, 0.95),
      unit: 'ms',
      goal: { atMost: 250 },
    },
    { name: 'urgent.claim_others_gone_p95', value: quantile(gone, 0.95), unit: 'ms', goal: { atMost: 250 } },
  ];
}

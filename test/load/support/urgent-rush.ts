import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../../../server/setup/figures.ts';
import type { KeepAlive } from '../../support/keep-alive.ts';
import { type Resident, raise } from './urgent-calls.ts';
import { outOfOrder, type Raised, reached, urgencies, wronglyRung } from './urgent-model.ts';
import type { UrgentNetwork } from './urgent-network.ts';
import type { Windows } from './windows.ts';

/** Many requests within a minute, at random moments. */
export async function measureRush(
  http: KeepAlive,
  windows: Windows,
  network: UrgentNetwork,
  residents: Resident[],
  { requests, seconds }: { requests: number; seconds: number },
): Promise<Figure[]> {
  const random = randomFrom(20_261_123);
  const before = windows.heard.length;
  const began = performance.now();
  const tries = Array.from({ length: requests }, async (): Promise<Raised | null> => {
    const department = network.departments[Math.floor(random() * network.departments.length)];
    const urgency = urgencies[Math.floor(random() * 3)] ?? 'today';
    const pulse = [80, 95, 115, 135][Math.floor(random() * 4)] ?? 80;
    const resident = residents.pop();
    const at = random() * seconds * 1_000;
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
    {
      name: 'urgent.rush_lost',
      value: requests - reached(raised, rings),
      unit: 'requests',
      goal: { atMost: 0 },
    },
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

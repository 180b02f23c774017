import { randomUUID } from 'node:crypto';
import type { Figure } from '../../server/setup/figures.ts';
import { type MediaHarness, startMedia } from '../media/support/harness.ts';
import { cpuMsOf } from './support/cpu-time.ts';
import { openPhone, type Phone } from './support/phone.ts';

const roomCount = Number(process.env.BENCH_ROOMS ?? 100);
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
/** Sound of twenty milliseconds each. */
const perSecond = 50;

/** A hundred rooms of two on one worker, everybody speaking without a pause: whether a packet is lost in it. */
export const bench = async (): Promise<Figure[]> => {
  const harness = await startMedia(1);
  const rooms = Array.from({ length: roomCount }, () => randomUUID());
  const phones: Phone[] = [];
  try {
    for (const room of rooms) phones.push(...(await openPair(harness, room)));
    const health = await healthOf(harness);
    const began = { worker: health.workers[0]?.cpuMs ?? 0, own: cpuMsOf(health.pid) };
    await speak(phones, seconds);
    const ended = await healthOf(harness);
    const workerMs = (ended.workers[0]?.cpuMs ?? 0) - began.worker;
    const ownMs = cpuMsOf(ended.pid) - began.own;
    const streams = (
      await Promise.all(rooms.map((roomId) => harness.media.call('stats', { roomId })))
    ).flat();
    const of = (direction: 'in' | 'out') =>
      streams.filter((one) => one.direction === direction).reduce((sum, { packets }) => sum + packets, 0);
    const sum = (key: 'sent' | 'received') => phones.reduce((all, phone) => all + phone[key], 0);
    return [
      { name: 'crowd.rooms', value: rooms.length, unit: 'rooms', goal: { atLeast: 100 } },
      { name: 'crowd.sent', value: sum('sent'), unit: 'packets' },
      { name: 'crowd.arrived_at_the_worker', value: of('in'), unit: 'packets' },
      { name: 'crowd.dropped_by_us', value: of('in') - of('out'), unit: 'packets', goal: { atMost: 0 } },
      {
        name: 'crowd.lost_on_the_way',
        value: sum('sent') - sum('received'),
        unit: 'packets',
        goal: { atMost: 0 },
      },
      { name: 'crowd.worker_cpu', value: workerMs / (seconds * 1000), unit: 'cores' },
      { name: 'crowd.own_cpu_of_the_workers', value: ownMs / workerMs, unit: 'share', goal: { atMost: 0.1 } },
    ];
  } finally {
    for (const phone of phones) phone.close();
    await harness.close();
  }
};

async function healthOf({ media }: MediaHarness) {
  const health = await media.health();
  if (health.state !== 'up') throw new Error('media is down');
  return health;
}

async function openPair({ media }: MediaHarness, room: string): Promise<Phone[]> {
  const [one, two] = await Promise.all([openPhone(media, room), openPhone(media, room)]);
  await Promise.all([one.hear(two.producerId), two.hear(one.producerId)]);
  return [one.phone, two.phone];
}

/**
 * Everybody sends at the pace of speech, each at a moment of its own within the twenty milliseconds; who comes late
 * makes up for it.
 */
async function speak(phones: readonly Phone[], forSeconds: number): Promise<void> {
  const total = forSeconds * perSecond * phones.length;
  const perMs = (perSecond * phones.length) / 1_000;
  const began = performance.now();
  for (let at = 0; at < total; ) {
    const due = Math.min(total, Math.floor((performance.now() - began) * perMs));
    for (; at < due; at += 1) await phones[at % phones.length]?.send();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../../server/setup/figures.ts';
import { openPage, type RoomServer, startRooms } from '../media/support/harness.ts';
import { openBrowser } from '../support/browser.ts';
import { type BareRooms, startBareRooms } from './support/bare-room.ts';
import { cpuMsOf } from './support/cpu-time.ts';
import { quantile } from './support/measure.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const joinsPerRound = Number(process.env.BENCH_JOINS ?? 6);
const flowing = Number(process.env.BENCH_FLOW_MS ?? 8_000);

/**
 * Our rooms, encrypted, beside rooms of mediasoup alone on the same worker binary, in turns: from "join" to the first
 * picture that is decoded, the worker's CPU time per packet it sends on, and that of our own process.
 */
export const bench = async (): Promise<Figure[]> => {
  const [ours, bare, browser] = await Promise.all([startRooms(), startBareRooms(), openBrowser()]);
  try {
    const sides = { ours: oursIn(ours, browser), bare: bareIn(bare, browser) };
    const joins = { ours: [] as number[], bare: [] as number[] };
    const flows = { ours: [] as Flow[], bare: [] as Flow[] };
    // The first of each warms the browser up and does not count.
    for (const side of [sides.ours, sides.bare]) await side.round(1, 1_000);
    for (let round = 0; round < rounds; round += 1) {
      for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const { joined, flow } = await sides[name].round(joinsPerRound, flowing);
        joins[name].push(...joined);
        flows[name].push(flow);
      }
    }
    return [...joinFigures(joins), ...flowFigures(flows)];
  } finally {
    await browser.close();
    await Promise.all([ours.close(), bare.close()]);
  }
};

type Flow = { workerMs: number; ownMs: number; packets: number };
type Side = { round(joins: number, ms: number): Promise<{ joined: number[]; flow: Flow }> };
type Rooms = {
  open: (room: string) => Promise<Page>;
  join: (page: Page) => Promise<void>;
  /** CPU times so far, and packets sent on so far in one room. */
  read: (room: string) => Promise<Flow>;
};

/** One person waits in the room; others come one after the other, and the last stays while the flow is measured. */
const sideOf = ({ open, join, read }: Rooms): Side => ({
  async round(joins, ms) {
    const room = randomUUID();
    const first = await open(room);
    await join(first);
    const joined: number[] = [];
    let last: Page | undefined;
    for (let at = 0; at < joins; at += 1) {
      await last?.context().close();
      last = await open(room);
      joined.push(await firstPicture(last, join));
    }
    const before = await read(room);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const after = await read(room);
    await Promise.all([first.context().close(), last?.context().close()]);
    return { joined, flow: difference(after, before) };
  },
});

const difference = (after: Flow, before: Flow): Flow => ({
  workerMs: after.workerMs - before.workerMs,
  ownMs: after.ownMs - before.ownMs,
  packets: after.packets - before.packets,
});

/** Milliseconds from the click to the first decoded picture of the other. */
async function firstPicture(page: Page, join: (page: Page) => Promise<void>): Promise<number> {
  const clicked = await page.evaluate(() => performance.now());
  await join(page);
  await page.waitForFunction(() => window.firstFrameAt !== undefined, undefined, { polling: 20 });
  return (await page.evaluate(() => window.firstFrameAt ?? Number.NaN)) - clicked;
}

const oursIn = ({ url, harness }: RoomServer, browser: Browser): Side =>
  sideOf({
    open: (room) => openPage(browser, url, room, randomUUID()),
    join: (page) => page.evaluate(() => window.call.join({ microphone: true, camera: true })),
    async read(roomId) {
      const health = await harness.media.health();
      if (health.state !== 'up') throw new Error('media is down');
      const streams = await harness.media.call('stats', { roomId });
      const sent = streams.filter(({ direction }) => direction === 'out');
      return {
        workerMs: health.workers.reduce((sum, { cpuMs }) => sum + (cpuMs ?? 0), 0),
        ownMs: cpuMsOf(health.pid),
        packets: sent.reduce((sum, { packets }) => sum + packets, 0),
      };
    },
  });

const bareIn = ({ url, worker, forwarded }: BareRooms, browser: Browser): Side =>
  sideOf({
    open: (room) => openPage(browser, url, room, randomUUID()),
    join: (page) => page.evaluate(() => window.joinBare()),
    async read() {
      const usage = await worker.getResourceUsage();
      return { workerMs: usage.ru_utime + usage.ru_stime, ownMs: 0, packets: await forwarded() };
    },
  });

function joinFigures({ ours, bare }: Record<'ours' | 'bare', number[]>): Figure[] {
  const p95 = { ours: quantile(ours, 0.95), bare: quantile(bare, 0.95) };
  return [
    { name: 'room.first_picture_p50', value: quantile(ours, 0.5), unit: 'ms' },
    { name: 'room.bare_first_picture_p50', value: quantile(bare, 0.5), unit: 'ms' },
    { name: 'room.first_picture_p95', value: p95.ours, unit: 'ms' },
    { name: 'room.bare_first_picture_p95', value: p95.bare, unit: 'ms' },
    { name: 'room.first_picture_ratio', value: p95.ours / p95.bare, unit: 'ratio', goal: { atMost: 1.1 } },
  ];
}

function flowFigures({ ours, bare }: Record<'ours' | 'bare', Flow[]>): Figure[] {
  const sum = (flows: readonly Flow[], of: keyof Flow) => flows.reduce((all, flow) => all + flow[of], 0);
  const perPacket = (flows: readonly Flow[]) => sum(flows, 'workerMs') / sum(flows, 'packets');
  const ratio = perPacket(ours) / perPacket(bare);
  const own = sum(ours, 'ownMs') / sum(ours, 'workerMs');
  return [
    { name: 'room.packets', value: sum(ours, 'packets'), unit: 'packets' },
    { name: 'room.worker_cpu_per_packet', value: perPacket(ours) * 1000, unit: 'us' },
    { name: 'room.bare_cpu_per_packet', value: perPacket(bare) * 1000, unit: 'us' },
    { name: 'room.cpu_per_packet_ratio', value: ratio, unit: 'ratio', goal: { atMost: 1.03 } },
    { name: 'room.own_cpu_of_the_workers', value: own, unit: 'share', goal: { atMost: 0.1 } },
  ];
}

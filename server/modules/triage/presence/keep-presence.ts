import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { ringForDepartments } from '../ladder/ring-for-account.ts';
import { sweepLadders } from '../ladder/work-steps.ts';
import { addWindows, beat, endWindows, expectBack, forgetGone, type Window } from './server-lines.ts';
import { sweepVanished } from './vanish.ts';

/** In ms: how often a server process says that it lives and looks for what is overdue. */
const beatEvery = 2_000;
/** Windows that come or go within this time are written together. */
const gather = 25;
/** So long after a start the windows of dead server processes are expected back. */
const comingBack = 15_000;

export type Presence = {
  enter(socketId: string, actor: Actor): void;
  leave(socketId: string): void;
  /** Ends the beat. The windows are not told to have left: they come back to the next server process. */
  close(): Promise<void>;
};

/**
 * Keeps in the database who can be reached through this server process: its own life in one row that beats, and a row
 * per open window of those who can be rung. With each beat it also does what is overdue, so that no lost job leaves
 * somebody waiting.
 */
export async function keepPresence(deps: Deps): Promise<Presence> {
  const serverId = randomUUID();
  const startedAt = deps.clock.now().getTime();
  const open = new Map<string, Window & { departmentId: string }>();
  let came = new Set<string>();
  let went = new Set<string>();
  let closed = false;
  let soon: NodeJS.Timeout | null = null;
  let rounds = 0;
  /** One after the other: a window that goes must not be written before it came. */
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (what: string, work: () => Promise<void>) => {
    queue = queue.then(work).catch((error: unknown) => deps.log.warn({ err: describe(error) }, what));
    return queue;
  };

  const write = async () => {
    soon = null;
    const [arrived, left] = [came, went];
    [came, went] = [new Set(), new Set()];
    const windows = [...arrived].flatMap((id) => open.get(id) ?? []);
    try {
      await deps.db.system(async (tx) => {
        await addWindows(tx, serverId, windows, deps.clock.now());
        await endWindows(tx, [...left], deps.clock.now());
      });
    } catch (error) {
      // Written with the next beat.
      came = new Set([...arrived, ...came]);
      went = new Set([...left, ...went]);
      throw error;
    }
    const departments = new Set(windows.map(({ departmentId }) => departmentId));
    if (departments.size > 0) await ringForDepartments(deps, [...departments]);
  };
  const writeSoon = () => {
    if (!closed) soon ??= setTimeout(() => void inTurn('open windows were not written', write), gather);
  };

  const live = async () => {
    await deps.db.system(async (tx) => {
      const now = deps.clock.now();
      if ((await beat(tx, serverId, now)) && open.size > 0) {
        await addWindows(tx, serverId, [...open.values()], now);
      }
      const until = startedAt + comingBack;
      if (now.getTime() < until) await expectBack(tx, serverId, now, new Date(until));
      if (rounds++ % 15 === 0) await forgetGone(tx, now);
    });
    if (came.size + went.size > 0) await write();
  };
  // Beside the beat: many overdue requests must not make the server look dead.
  let sweeping: Promise<void> = Promise.resolve();
  let busy = false;
  const sweep = () => {
    if (busy) return;
    busy = true;
    sweeping = sweepLadders(deps)
      .then(() => sweepVanished(deps))
      .catch((error: unknown) =>
        deps.log.warn({ err: describe(error) }, 'overdue requests were not looked for'),
      )
      .finally(() => {
        busy = false;
      });
  };
  await live();
  sweep();
  const beating = setInterval(() => {
    void inTurn('the beat was missed', live);
    sweep();
  }, beatEvery).unref();

  return {
    enter(socketId, { accountId, departmentId, role }) {
      if (!departmentId || (role !== 'specialist' && role !== 'coordinator')) return;
      open.set(socketId, { socketId, accountId, departmentId });
      came.add(socketId);
      writeSoon();
    },
    leave(socketId) {
      if (!open.delete(socketId) || closed) return;
      // Who goes before it was written was never there.
      if (came.delete(socketId)) return;
      went.add(socketId);
      writeSoon();
    },
    async close() {
      closed = true;
      clearInterval(beating);
      if (soon) clearTimeout(soon);
      await Promise.all([queue, sweeping]);
    },
  };
}

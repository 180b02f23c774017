import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type MediaHarness, startMedia } from '../../media/support/harness.ts';

/** Rooms whose web server is a process of its own, so that it can be killed beside the media. */
export type MortalRooms = {
  url: string;
  workerPid(): Promise<number>;
  killWeb(): Promise<void>;
  /** At the same address, and finds the media that ran on. */
  startWeb(): Promise<void>;
  close(): Promise<void>;
};

export async function startMortalRooms(): Promise<MortalRooms> {
  const harness = await startMedia();
  // The media is started by asking it something; the web servers then find it.
  await workerPidOf(harness);
  let { child, port } = await startWeb(harness, 0);
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    workerPid: () => workerPidOf(harness),
    killWeb: kill,
    async startWeb() {
      ({ child, port } = await startWeb(harness, port));
    },
    async close() {
      await kill();
      await harness.close();
    },
  };
}

async function startWeb(
  { settings }: MediaHarness,
  wanted: number,
): Promise<{ child: ChildProcess; port: number }> {
  const program = new URL('./web-process.ts', import.meta.url);
  const child = fork(program, [JSON.stringify(settings), String(wanted)], { stdio: 'inherit' });
  const [port] = await once(child, 'message');
  return { child, port: Number(port) };
}

async function workerPidOf({ media }: MediaHarness): Promise<number> {
  const health = await media.health();
  const pid = health.state === 'up' ? health.workers[0]?.pid : undefined;
  if (!pid) throw new Error('no worker');
  return pid;
}

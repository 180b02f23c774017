import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** A network namespace with a line to this machine, whose rate and loss can be set while it is in use. */
export type WeakNetwork = {
  /** This machine, as seen from both ends. */
  address: string;
  /** A browser behind the line. */
  openBrowser(origin: string): Promise<Browser>;
  /** Both ways, in bit/s. */
  limit(bitsPerSecond: number): Promise<void>;
  /** Share of UDP packets that are dropped at random, both ways, 0 to 1. */
  lose(share: number): Promise<void>;
  /** As from Wi-Fi to mobile: the line goes, and another one with another address comes up. */
  changePath(): Promise<void>;
  heal(): Promise<void>;
  close(): Promise<void>;
};

/** Whether this machine lets us make namespaces: needs root and iproute2, nftables. */
export async function canWeaken(): Promise<boolean> {
  const name = `tk-probe-${process.pid}`;
  try {
    await run('nft', ['--version']);
    await run('ip', ['netns', 'add', name]);
    await run('ip', ['netns', 'del', name]);
    return true;
  } catch {
    return false;
  }
}

/** The two lines of a namespace, of which one is up: the names of its ends, and its addresses. */
const lines = (net: number) =>
  [1, 2].map((line) => ({
    here: `tkh${net}l${line}`,
    there: `tkt${net}l${line}`,
    near: `10.${net}.${line}.1`,
    far: `10.${net}.${line}.2`,
  }));
type Line = ReturnType<typeof lines>[number];

/** @param net the second byte of the addresses, so that two networks at once do not meet */
export async function createWeakNetwork(net = 77): Promise<WeakNetwork> {
  const space = `tk-weak-${net}`;
  // On neither of the two lines, so that it stays when they change.
  const address = `10.${net}.9.1`;
  const inside = (...command: string[]) => run('ip', ['netns', 'exec', space, ...command]);
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-weak-'));
  const all = lines(net);
  const clear = async () => {
    await run('ip', ['netns', 'del', space]).catch(() => undefined);
    for (const { here } of all) await run('ip', ['link', 'del', here]).catch(() => undefined);
    await run('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo']).catch(() => undefined);
  };
  const up = async ({ there, near }: Line) => {
    await inside('ip', 'link', 'set', there, 'up');
    await inside('ip', 'route', 'replace', 'default', 'via', near);
  };
  // What an earlier run that was killed left behind.
  await clear();
  await run('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo']);
  await run('ip', ['netns', 'add', space]);
  await inside('ip', 'link', 'set', 'lo', 'up');
  for (const { here, there, near, far } of all) {
    await run('ip', ['link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space]);
    await run('ip', ['addr', 'add', `${near}/30`, 'dev', here]);
    await run('ip', ['link', 'set', here, 'up']);
    await inside('ip', 'addr', 'add', `${far}/30`, 'dev', there);
  }
  let [line, other] = all as [Line, Line];
  await up(line);
  return {
    address,
    async openBrowser(origin) {
      const program = join(folder, 'chromium');
      writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${space} ${chromiumPath} "$@"\n`);
      chmodSync(program, 0o755);
      return chromium.launch({ executablePath: program, args: browserArguments(origin) });
    },
    async limit(bitsPerSecond) {
      // A burst of a few packets and a queue of a third of a second, as a poor line's modem has.
      const tbf = ['root', 'tbf', 'rate', `${bitsPerSecond}bit`, 'burst', '4kb', 'latency', '300ms'];
      await run('tc', ['qdisc', 'replace', 'dev', line.here, ...tbf]);
      await inside('tc', 'qdisc', 'replace', 'dev', line.there, ...tbf);
    },
    async lose(share) {
      const some = `numgen random mod 1000 < ${Math.round(share * 1000)}`;
      await inside('nft', 'add table inet weak');
      for (const hook of ['input', 'output']) {
        await inside('nft', `add chain inet weak ${hook} { type filter hook ${hook} priority 0; }`);
        await inside('nft', `add rule inet weak ${hook} meta l4proto udp ${some} drop`);
      }
    },
    async changePath() {
      [line, other] = [other, line];
      await inside('ip', 'link', 'set', other.there, 'down');
      await up(line);
    },
    async heal() {
      for (const { here, there } of all) {
        await run('tc', ['qdisc', 'del', 'dev', here, 'root']).catch(() => undefined);
        await inside('tc', 'qdisc', 'del', 'dev', there, 'root').catch(() => undefined);
      }
      await inside('nft', 'flush ruleset');
    },
    async close() {
      await clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A browser on this side of the line, that takes the same address for safe. */
export const openBrowserFor = (origin: string): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: browserArguments(origin) });

const browserArguments = (origin: string): string[] => [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  // Cameras and workers of a page need https or this; the namespace has no certificate.
  `--unsafely-treat-insecure-origin-as-secure=${origin}`,
];

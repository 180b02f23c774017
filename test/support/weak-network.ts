import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** A network namespace with one line to this machine, whose rate and loss can be set while it is in use. */
export type WeakNetwork = {
  /** This machine, as seen from both ends. */
  address: string;
  /** A browser behind the line. */
  openBrowser(origin: string): Promise<Browser>;
  /** Both ways, in bit/s. */
  limit(bitsPerSecond: number): Promise<void>;
  /** Share of UDP packets that are dropped at random, both ways, 0 to 1. */
  lose(share: number): Promise<void>;
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

/** @param net the third byte of the addresses, so that two networks at once do not meet */
export async function createWeakNetwork(net = 77): Promise<WeakNetwork> {
  const space = `tk-weak-${net}`;
  const [here, there] = [`tkh${net}`, `tkt${net}`];
  const [address, other] = [`10.${net}.0.1`, `10.${net}.0.2`];
  const inside = (...command: string[]) => run('ip', ['netns', 'exec', space, ...command]);
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-weak-'));
  // What an earlier run that was killed left behind.
  await run('ip', ['netns', 'del', space]).catch(() => undefined);
  await run('ip', ['link', 'del', here]).catch(() => undefined);
  await run('ip', ['netns', 'add', space]);
  await run('ip', ['link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space]);
  await run('ip', ['addr', 'add', `${address}/30`, 'dev', here]);
  await run('ip', ['link', 'set', here, 'up']);
  await inside('ip', 'addr', 'add', `${other}/30`, 'dev', there);
  await inside('ip', 'link', 'set', there, 'up');
  await inside('ip', 'link', 'set', 'lo', 'up');
  await inside('ip', 'route', 'add', 'default', 'via', address);

  const shape = async (bitsPerSecond: number) => {
    // A burst of a few packets and a queue of a third of a second, as a poor line's modem has.
    const tbf = ['root', 'tbf', 'rate', `${bitsPerSecond}bit`, 'burst', '4kb', 'latency', '300ms'];
    await run('tc', ['qdisc', 'replace', 'dev', here, ...tbf]);
    await inside('tc', 'qdisc', 'replace', 'dev', there, ...tbf);
  };
  const heal = async () => {
    await run('tc', ['qdisc', 'del', 'dev', here, 'root']).catch(() => undefined);
    await inside('tc', 'qdisc', 'del', 'dev', there, 'root').catch(() => undefined);
    await inside('nft', 'flush', 'ruleset');
  };
  return {
    address,
    async openBrowser(origin) {
      const program = join(folder, 'chromium');
      writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${space} ${chromiumPath} "$@"\n`);
      chmodSync(program, 0o755);
      return chromium.launch({ executablePath: program, args: browserArguments(origin) });
    },
    limit: shape,
    async lose(share) {
      const drop = [
        'meta',
        'l4proto',
        'udp',
        'numgen',
        'random',
        'mod',
        '1000',
        '<',
        String(share * 1000),
        'drop',
      ];
      await inside('nft', 'add', 'table', 'inet', 'weak');
      for (const hook of ['input', 'output']) {
        await inside('nft', `add chain inet weak ${hook} { type filter hook ${hook} priority 0; }`);
        await inside('nft', 'add', 'rule', 'inet', 'weak', hook, ...drop);
      }
    },
    heal,
    async close() {
      await run('ip', ['netns', 'del', space]);
      await run('ip', ['link', 'del', here]).catch(() => undefined);
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

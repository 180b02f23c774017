import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '../../server/setup/debian.ts';
import { freePort } from '../../server/setup/free-port.ts';

export const hasTurnRelay = (): boolean => pathOf('turnserver') !== null;

export type TurnRelay = { url: string; secret: string; close(): Promise<void> };

/** Debian's coturn as docker-compose.yml runs it, on this machine alone. */
export async function startTurnRelay(): Promise<TurnRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-turn-'));
  const port = await freePort();
  const secret = 'only-for-this-test';
  const child = spawn(
    'turnserver',
    [
      '-n',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=telkonnet',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--fingerprint',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      // The media server is on the same machine here.
      '--allow-loopback-peers',
      // To the media server and nowhere else.
      '--allowed-peer-ip=127.0.0.1',
      '--denied-peer-ip=0.0.0.0-255.255.255.255',
      '--log-file=stdout',
      '--simple-log',
      `--pidfile=${join(folder, 'pid')}`,
      `--userdb=${join(folder, 'db')}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(port, child)) return { url: `turn:127.0.0.1:${port}?transport=udp`, secret, close };
  await close();
  throw new Error(`coturn did not start: ${said}`);
}

/** Asks it for its own address (STUN binding request, RFC 8489 §6) until it answers. */
async function answers(port: number, child: ChildProcess): Promise<boolean> {
  const socket = createSocket('udp4');
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4);
  let heard = false;
  for (let tries = 0; tries < 200 && !heard && child.exitCode === null; tries += 1) {
    socket.send(request, port, '127.0.0.1');
    heard = await once(socket, 'message', { signal: AbortSignal.timeout(50) }).then(
      () => true,
      () => false,
    );
  }
  socket.close();
  return heard;
}

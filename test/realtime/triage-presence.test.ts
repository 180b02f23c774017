import { createServer, connect as dial, type Socket as Line, type Server } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { accounts } from '../support/world.ts';

/** A dead connection is noticed within this time, in ms. */
const noticed = 8_000;

let app: TestApp;
let sockets: SocketWorld;
let coordinator: Agent;
let proxy: Server;
const lines: Line[] = [];

beforeAll(async () => {
  app = await createTestApp();
  sockets = await openSockets(app);
  coordinator = await app.signIn('coordinator');
});
afterAll(async () => {
  for (const line of lines) line.destroy();
  proxy?.close();
  await sockets.close();
  await app.close();
});

const present = async (): Promise<string[]> =>
  (await coordinator.get('/api/duty/staff')).body.staff
    .filter((one: { present: boolean }) => one.present)
    .map((one: { name: string }) => one.name);

test('somebody can be reached while one of the own windows is open', async () => {
  expect(await present()).toEqual([]);
  const [first, second] = [await sockets.open('specialist'), await sockets.open('specialist')];
  await expect.poll(present).toEqual(['Test specialist']);
  first.disconnect();
  await expect.poll(() => app.database.sql('SELECT 1 FROM presence WHERE left_at IS NULL')).toHaveLength(1);
  expect(await present()).toEqual(['Test specialist']);
  second.disconnect();
  await expect.poll(present).toEqual([]);
});

test('those who ask for help leave no trace of when they were there', async () => {
  await sockets.open('nurse');
  await sockets.open('secondSpecialist');
  await expect.poll(present).toEqual(['Test secondSpecialist']);
  const nurses = await app.database.sql('SELECT 1 FROM presence WHERE account_id = $1', [accounts.nurse.id]);
  expect(nurses).toEqual([]);
});

test('a line that dies without a word is noticed within eight seconds', async () => {
  const { port } = await openProxy();
  const { token } = await app.deps.db.system((tx) => openSession(app.deps, tx, accounts.neurologist.id));
  const window = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { Cookie: `telkonnet=${token}` },
  });
  await new Promise<void>((resolve) => void window.on('connect', resolve));
  const alive = () =>
    app.database.sql('SELECT 1 FROM presence WHERE account_id = $1 AND left_at IS NULL', [
      accounts.neurologist.id,
    ]);
  await expect.poll(alive).toHaveLength(1);

  const dead = Date.now();
  // Neither side hears anything any more, and none is told.
  for (const line of lines) line.pause();
  await expect.poll(alive, { timeout: noticed + 2_000, interval: 100 }).toEqual([]);
  expect(Date.now() - dead).toBeLessThan(noticed + 500);
  window.disconnect();
});

async function openProxy(): Promise<{ port: number }> {
  proxy = createServer((line) => {
    const onward = dial(sockets.port, '127.0.0.1');
    lines.push(line, onward);
    line.on('data', (data) => onward.write(data));
    onward.on('data', (data) => line.write(data));
    for (const one of [line, onward]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return { port: typeof address === 'object' && address ? address.port : 0 };
}

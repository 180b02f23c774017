import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../server/kernel/log.ts';
import { createMedia, type Media } from '../../server/modules/consultation/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { mediaWorker } from '../support/media-worker.ts';

let app: TestApp;
let media: Media;
const folder = mkdtempSync(join(tmpdir(), 'tk-'));

beforeAll(async () => {
  const settings = {
    socketPath: join(folder, 'media.sock'),
    workerBin: await mediaWorker(),
    workers: 1,
    network: { listen: ['127.0.0.1'], announced: [], port: 0 },
  };
  media = createMedia({ settings, log: createLog('silent') });
  app = await createTestApp({ media });
});
afterAll(async () => {
  await media.call('shutdown', {}).catch(() => undefined);
  await media.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

const post = (path: string, body: object = {}) =>
  app.anonymous().post(`/api/connection-test${path}`).send(body);

it('gives anybody a connection for each way, and nothing of a consultation', async () => {
  const { body } = await post('').expect(200);
  expect(Object.keys(body.offers).sort()).toEqual(['receive', 'relay', 'send', 'tcp', 'udp']);
  expect(new Set(Object.values<{ id: string }>(body.offers).map(({ id }) => id)).size).toBe(5);
  // The room itself is not told: what it is called opens nothing.
  const rooms = await media.call('rooms', {});
  expect(rooms.map(({ roomId }) => roomId)).not.toContain(body.id);
  expect(JSON.stringify(body)).not.toContain(rooms[0]?.roomId);
  expect((await post(`/${rooms[0]?.roomId}/end`).expect(404)).body.error.code).toBe(
    'connection_test_not_found',
  );
  await post(`/${body.id}/end`).expect(200);
  expect(await media.call('rooms', {})).toEqual([]);
  await post(`/${body.id}/end`).expect(404);
  expect(await app.database.sql('SELECT * FROM event_log')).toEqual([]);
});

it('refuses what is no test, and malformed parameters before they reach a worker', async () => {
  await post(`/${randomUUID()}/hear`, { consumerId: randomUUID() }).expect(404);
  const { body } = await post('').expect(200);
  await post(`/${body.id}/connect`, { way: 'udp', dtlsParameters: { fingerprints: [] } }).expect(422);
  await post(`/${body.id}/echo`, { rtpParameters: {}, rtpCapabilities: {} }).expect(422);
  await post(`/${body.id}/end`).expect(200);
});

it('opens a few at once and a few from one place, and keeps no address', async () => {
  const started = [];
  for (let test = 0; test < 12; test += 1) started.push(await post(''));
  const codes = started.map(({ status, body }) => (status === 200 ? 'started' : body.error.code));
  expect(codes.slice(0, 6)).toEqual(Array(6).fill('started'));
  expect(codes).toContain('too_many_tests');
  expect(codes.at(-1)).toBe('too_many_attempts');
  expect(await app.database.sql(`SELECT key FROM rate_limit WHERE key LIKE '%connection%'`)).toEqual([]);
});

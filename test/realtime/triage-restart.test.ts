import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDeps, openDeps } from '../../server/deps.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { createLog } from '../../server/kernel/log.ts';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { ringChanged } from '../../server/modules/triage/contract.ts';
import { freePort } from '../../server/setup/free-port.ts';
import { createDatabase, demonstration, type TestDatabase } from '../support/database.ts';
import { mediaWorker } from '../support/media-worker.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import { urgentBody } from '../support/urgent.ts';

/** The shortest that a step may last, in seconds. */
const step = 10;

let database: TestDatabase;
let deps: OpenDeps;
let server: ServerProcess;
let port: number;
const windows: Socket[] = [];

const start = async (): Promise<void> => {
  server = await startProcess({
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    MEDIASOUP_WORKER_BIN: await mediaWorker(),
    MEDIA_LISTEN_ADDRESS: '127.0.0.1',
    PORT: String(port),
  });
};
beforeAll(async () => {
  database = await createDatabase(await demonstration());
  deps = await openDeps(readConfig({ NODE_ENV: 'test' }), createLog('silent'), database.appUrl);
  await database.sql(
    `INSERT INTO urgent_setting (department_id, urgency, target_seconds, primary_seconds, deputy_seconds, department_seconds)
     SELECT id, 'immediate', 180, $1, 600, 600 FROM department`,
    [step],
  );
  port = await freePort();
  await start();
}, 120_000);
afterAll(async () => {
  for (const window of windows) window.disconnect();
  await server?.close();
  await deps?.close();
  await database?.drop();
});

type Person = { accountId: string; headers: Record<string, string> };

const enter = async (accountId: string): Promise<Person> => {
  const { token, csrfToken } = await deps.db.system((tx) => openSession(deps, tx, accountId));
  return {
    accountId,
    headers: { Cookie: `telkonnet=${token}`, 'X-CSRF-Token': csrfToken, 'Content-Type': 'application/json' },
  };
};
const accountOf = async (sql: string): Promise<Person> => {
  const [row] = await database.sql<{ id: string }>(sql);
  return enter(row?.id ?? '');
};
const onCall = (level: string) =>
  accountOf(`SELECT a.id FROM account a JOIN on_call_shift s ON s.practitioner_id = a.practitioner_id
    JOIN department d ON d.id = s.department_id AND d.specialty_code = 'cardiology'
    WHERE s.level = '${level}' AND s.start_at <= now() AND s.end_at > now()`);
/** A window that comes back by itself, as a browser's does. */
const open = (person: Person): Socket => {
  const { Cookie = '' } = person.headers;
  const window = io(`http://localhost:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { Cookie },
  });
  windows.push(window);
  return window;
};
const call = async (person: Person, method: string, path: string, body?: object) => {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: person.headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
};
const rungFor = (requestId: string) =>
  database.sql<{ step: string; at: Date }>(
    `SELECT payload ->> 'step' AS step, at FROM event_log
     WHERE type = 'urgent.rung' AND request_id = $1 AND payload ->> 'why' <> 'along' ORDER BY id`,
    [requestId],
  );

test('a server killed while it rings: after its restart the overdue step begins at once, once, and somebody accepts', async () => {
  const [primary, deputy] = [await onCall('primary'), await onCall('deputy')];
  const nurse = await accountOf(`SELECT id FROM account WHERE email LIKE 'heim.pflege@%'`);
  const [resident] = await database.sql<{ id: string }>(
    `SELECT p.id FROM patient p JOIN account a ON a.organisation_id = p.organisation_id AND a.id = '${nurse.accountId}'
     WHERE NOT EXISTS (SELECT FROM consult_request r WHERE r.patient_id = p.id AND r.status IN ('waiting', 'accepted', 'in_consultation'))
     LIMIT 1`,
  );
  const [first, second] = [open(primary), open(deputy)];
  await expect
    .poll(() => database.sql('SELECT 1 FROM presence WHERE left_at IS NULL'), { timeout: 10_000 })
    .toHaveLength(2);

  const rings = new Promise((resolve) => first.once(ringChanged.name, resolve));
  const body = urgentBody({ patientId: resident?.id, urgency: 'immediate' });
  const { requestId } = (await call(nurse, 'POST', '/api/urgent-requests', body)).body;
  expect(await rings).toMatchObject({ requestId, ringing: true, step: 'primary' });
  const rung = () => rungFor(requestId);

  await server.kill();
  const overdue = () => database.sql('SELECT 1 FROM urgent_request WHERE step_due_at < now()');
  await expect.poll(overdue, { timeout: (step + 5) * 1000 }).toHaveLength(1);
  expect(await rung()).toMatchObject([{ step: 'primary' }]);

  await start();
  const ready = Date.now();
  await expect.poll(rung, { timeout: 5_000 }).toMatchObject([{ step: 'primary' }, { step: 'deputy' }]);
  const begun = (await rung())[1]?.at.getTime() ?? 0;
  expect(begun - ready).toBeLessThanOrEqual(1_000);

  await expect.poll(() => second.connected, { timeout: 10_000 }).toBe(true);
  const queue = await call(deputy, 'GET', '/api/urgent-requests/queue');
  expect(queue.body.items).toMatchObject([{ requestId, ringing: true, step: 'deputy' }]);
  const seen = (await call(nurse, 'GET', `/api/urgent-requests/${requestId}`)).body;
  expect(seen.ladder.ringing).toHaveLength(2);
  expect((await call(deputy, 'POST', `/api/urgent-requests/${requestId}/claim`)).status).toBe(200);
  expect((await call(nurse, 'GET', `/api/urgent-requests/${requestId}`)).body.request.status).toBe(
    'accepted',
  );
  expect(await rung()).toHaveLength(2);
}, 90_000);

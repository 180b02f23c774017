import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { accounts, departments } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

const cutListener = () =>
  app.deps.db.system(
    (tx) => tx.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`,
  );
const allowConnections = (most: number) =>
  app.database.sql(`ALTER DATABASE ${app.database.name} CONNECTION LIMIT ${most}`);
const rosterChanged = () =>
  app.deps.db.system((tx) =>
    app.deps.record(tx, null, {
      type: 'roster.changed',
      subject: { kind: 'roster', id: 'x' },
      payload: { departmentId: departments.cardiology.id },
    }),
  );

test('a lost listener comes back, once; windows ask anew, and who was switched off meanwhile has to go', async () => {
  const [specialist, nurse] = await Promise.all([sockets.open('specialist'), sockets.open('nurse')]);
  const refreshed = new Promise((resolve) => specialist.on('kernel:refresh', resolve));
  const gone = new Promise((resolve) => nurse.on('disconnect', resolve));

  await allowConnections(0);
  await cutListener();
  await vi.waitFor(() => expect(app.logged.join()).toContain('does not answer the listener yet'), 10_000);
  await app.database.sql('UPDATE account SET active = false WHERE id = $1', [accounts.nurse.id]);
  await allowConnections(-1);
  await refreshed;
  await gone;
  expect(specialist.connected).toBe(true);

  const heard = vi.fn();
  specialist.on('scheduling:changed', heard);
  await rosterChanged();
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 10_000);
  await rosterChanged();
  await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThan(1), 10_000);
  expect(heard).toHaveBeenCalledTimes(2);
});

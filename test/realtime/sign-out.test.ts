import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { accounts } from '../support/world.ts';

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

const gone = (socket: Socket) => new Promise<string>((resolve) => socket.on('disconnect', resolve));

test('signing out and being switched off end the open lines of that person, and of nobody else', async () => {
  const [nurse, specialist, coordinator] = await Promise.all(
    (['nurse', 'specialist', 'coordinator'] as const).map((name) => sockets.open(name)),
  );
  const nurseGone = gone(nurse!);
  await (await app.signIn('nurse')).delete('/api/session');
  await nurseGone;

  const specialistGone = gone(specialist!);
  const { specialist: account } = accounts;
  await app.deps.db.system(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { active: false } });
    await app.deps.record(tx, null, {
      type: 'account.changed',
      subject: { kind: 'account', id: account.id },
    });
  });
  await specialistGone;
  await expect(sockets.open('specialist')).rejects.toThrow('not_signed_in');
  expect(coordinator!.connected).toBe(true);
});

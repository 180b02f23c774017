import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { accounts, organisations } from '../support/world.ts';

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

test('an organisation that is switched off loses its lines, one that is renamed does not', async () => {
  const [nurse, other] = await Promise.all([sockets.open('otherNurse'), sockets.open('otherPhysician')]);
  const administrator = await app.signIn('networkAdmin');
  const change = async (of: 'otherCareHome' | 'otherPractice', more: object) => {
    const path = `/api/organisations/${organisations[of].id}`;
    const {
      kind,
      county,
      departments,
      practitioners,
      accounts: _,
      id,
      ...fields
    } = (await administrator.get(path).expect(200)).body;
    await administrator
      .put(path)
      .send({ ...fields, bsnr: '', ik: '260326822', countyAgs: county.ags, ...more })
      .expect(200);
  };
  await change('otherCareHome', { name: 'Heim Neu' });
  const nurseGone = gone(nurse!);
  await change('otherCareHome', { active: false });
  await nurseGone;
  expect(other!.connected).toBe(true);
});

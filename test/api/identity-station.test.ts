import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../server/modules/identity/password.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
const password = 'wolke sieben im moor';
beforeAll(async () => {
  app = await createTestApp();
  await app.database.sql('UPDATE account SET password_hash = $1', [await hashPassword(password)]);
});
afterAll(() => app.close());

let nurse: Agent;
let tablet: string;
beforeEach(async () => {
  await app.database.sql('DELETE FROM rate_limit');
  nurse = await app.signIn('nurse');
  await nurse.put('/api/session/pin').send({ currentPassword: password, pin: '4711' }).expect(200);
  const made = await nurse.post('/api/stations').send({ name: 'Tablet Wohnbereich 1' }).expect(201);
  tablet = cookieOf(made.headers['set-cookie'], 'telkonnet-station');
});
const cookieOf = (header: unknown, name: string): string => {
  const all = Array.isArray(header) ? (header as string[]) : [];
  return all.find((one) => one.startsWith(`${name}=`))?.split(';')[0] ?? '';
};
const at = (cookie: string) => ({
  pad: () => app.anonymous().get('/api/station').set('Cookie', cookie),
  pin: (pin: string, accountId: string = accounts.nurse.id) =>
    app.anonymous().post('/api/session/pin').set('Cookie', cookie).send({ accountId, pin }),
});

describe('a station', () => {
  it('shows who has a PIN, and lets them in under their own names', async () => {
    const manager = await app.signIn('homeManager');
    await manager.put('/api/session/pin').send({ currentPassword: password, pin: '80312' }).expect(200);
    const { body } = await at(tablet).pad().expect(200);
    expect(body.station.name).toBe('Tablet Wohnbereich 1');
    const ids = body.station.people.map(({ accountId }: { accountId: string }) => accountId);
    expect(ids.sort()).toEqual([accounts.nurse.id, accounts.homeManager.id].sort());

    const first = await at(tablet).pin('4711').expect(201);
    expect(first.body).toMatchObject({ atStation: true, user: { id: accounts.nurse.id } });
    const session = cookieOf(first.headers['set-cookie'], 'telkonnet');
    const second = await app
      .anonymous()
      .post('/api/session/pin')
      .set('Cookie', `${session}; ${tablet}`)
      .send({ accountId: accounts.homeManager.id, pin: '80312' })
      .expect(201);
    expect(second.body.user.id).toBe(accounts.homeManager.id);
    // The one before is signed out in the same moment.
    await app.anonymous().get('/api/session').set('Cookie', session).expect(401);
    await manager.delete('/api/session/pin').send({}).expect(200);
  });

  it('forgets whoever leaves it alone for half an hour', async () => {
    const { headers } = await at(tablet).pin('4711').expect(201);
    const session = cookieOf(headers['set-cookie'], 'telkonnet');
    const who = () => app.anonymous().get('/api/session').set('Cookie', session);
    app.clock.advance(29 * 60_000);
    await who().expect(200);
    app.clock.advance(29 * 60_000);
    await who().expect(200);
    app.clock.advance(31 * 60_000);
    await who().expect(401);
  });

  it('is worth nothing once it is removed, and ends its sessions', async () => {
    const { headers } = await at(tablet).pin('4711').expect(201);
    const manager = await app.signIn('homeManager');
    const { body } = await manager.get('/api/stations').expect(200);
    const [own] = body.stations.slice(-1);
    for (const { id } of body.stations) await manager.delete(`/api/stations/${id}`).send({}).expect(200);
    expect(own.name).toBe('Tablet Wohnbereich 1');
    const session = cookieOf(headers['set-cookie'], 'telkonnet');
    await app.anonymous().get('/api/session').set('Cookie', session).expect(401);
    expect((await at(tablet).pad().expect(200)).body.station).toBeNull();
    expect((await at(tablet).pin('4711').expect(401)).body.error.code).toBe('station_unknown');
  });

  it('belongs to its house', async () => {
    const { body } = await nurse.get('/api/stations').expect(200);
    const stranger = await app.signIn('specialist');
    await stranger.get('/api/stations').expect(403);
    await stranger.delete(`/api/stations/${body.stations[0].id}`).send({}).expect(403);
    await stranger.put('/api/session/pin').send({ currentPassword: password, pin: '4711' }).expect(403);
    await stranger.post('/api/stations').send({ name: 'Meins' }).expect(403);
  });
});

describe('a PIN', () => {
  it('is worth nothing anywhere else', async () => {
    for (const cookie of ['', `telkonnet-station=${'a'.repeat(43)}`, 'telkonnet-station=x']) {
      expect((await at(cookie).pin('4711').expect(401)).body.error.code).toBe('station_unknown');
    }
  });

  it('of another house, of nobody, or wrong gets one answer', async () => {
    await app.database.sql(
      'UPDATE account SET pin_hash = (SELECT pin_hash FROM account WHERE id = $1) WHERE id = $2',
      [accounts.nurse.id, accounts.specialist.id],
    );
    for (const [id, pin] of [
      [accounts.nurse.id, '4712'],
      [accounts.specialist.id, '4711'],
      [accounts.homeManager.id, '4711'],
      ['01a20702-3514-7906-ab66-9abe35f8e372', '4711'],
    ] as const) {
      expect((await at(tablet).pin(pin, id).expect(401)).body.error.code).toBe('pin_wrong');
    }
  });

  it('cannot be guessed: five tries, then a quarter of an hour', async () => {
    for (let n = 0; n < 5; n += 1) await at(tablet).pin(`500${n}`).expect(401);
    const refused = await at(tablet).pin('4711').expect(429);
    expect(refused.body.error.data.retryAfter).toBeGreaterThan(800);
  });

  it('is chosen with the password and kept as a hash', async () => {
    const wrong = await nurse.put('/api/session/pin').send({ currentPassword: 'x', pin: '4711' }).expect(422);
    expect(wrong.body.error.fields).toEqual({ currentPassword: 'password_wrong' });
    const simple = await nurse
      .put('/api/session/pin')
      .send({ currentPassword: password, pin: '1234' })
      .expect(422);
    expect(simple.body.error.fields).toEqual({ pin: 'pin_too_simple' });
    const [row] = await app.database.sql<{ pin_hash: string }>('SELECT pin_hash FROM account WHERE id = $1', [
      accounts.nurse.id,
    ]);
    expect(row?.pin_hash).toMatch(/^\$argon2id\$/);
    expect(app.logged.join('')).not.toMatch(/4711/);
  });
});

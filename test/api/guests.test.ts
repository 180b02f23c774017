import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepConsultations } from '../../server/modules/consultation/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { anna, inviteGuest, redeem } from '../support/guests.ts';
import { type AccountName, accounts } from '../support/world.ts';

let app: TestApp;
let requestId: string;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T09:30:00Z');
  await app.database.sql('DELETE FROM rate_limit');
  await app.database.sql('DELETE FROM booking');
  requestId = (await insertCase(app.database, { plannedStart: '2026-11-23T09:30:00Z' })).id;
});

const guests = () => `/api/requests/${requestId}/guests`;
const open = async (as: AccountName = 'specialist') =>
  (await app.signIn(as)).post(`/api/requests/${requestId}/room`).expect(200);
const answer = async (id: string, what: 'admit' | 'refuse', as: AccountName = 'specialist') =>
  (await app.signIn(as)).post(`${guests()}/${id}/${what}`);
const events = async () =>
  (
    await app.database.sql<{ type: string }>(
      `SELECT type FROM event_log WHERE request_id = $1 AND type LIKE 'guest.%' ORDER BY id`,
      [requestId],
    )
  ).map(({ type }) => type);

describe('an invitation', () => {
  it('gives a link once, of which only the hash is kept', async () => {
    const agent = await app.signIn('physician');
    const { body } = await agent.post(guests()).send(anna).expect(201);
    expect(body.guest).toMatchObject({ name: 'Anna Probe', state: 'invited', side: 'requester' });
    expect(body.guest.expiresAt).toBe('2026-11-23T11:50:00.000Z');
    const [, token] = String(body.path).split('#');
    expect(Buffer.from(token ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
    const kept = JSON.stringify(await app.database.sql('SELECT * FROM consultation_guest'));
    expect(kept).not.toContain(token);
    const listed = await agent.get(guests()).expect(200);
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect(JSON.stringify(await app.database.sql('SELECT payload FROM event_log'))).not.toContain('Anna');
  });

  it('wants the agreement of the patient', async () => {
    const agent = await app.signIn('physician');
    const { body } = await agent
      .post(guests())
      .send({ ...anna, patientAgrees: false })
      .expect(422);
    expect(body.error.fields).toHaveProperty('patientAgrees');
  });

  it.each([
    ['assistant', 201],
    ['specialist', 201],
    ['coordinator', 403],
    ['otherPhysician', 404],
    ['neurologist', 404],
    ['networkAdmin', 404],
  ] as const)('by the %s answers %i', async (name, status) => {
    const agent = await app.signIn(name);
    await agent.post(guests()).send(anna).expect(status);
  });

  it('is the last one of four, until one is withdrawn', async () => {
    const agent = await app.signIn('physician');
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => agent.post(guests()).send(anna)));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409]);
    const { id } = made.find(({ status }) => status === 201)?.body.guest ?? {};
    await agent.delete(`${guests()}/${id}`).expect(200);
    await agent.post(guests()).send(anna).expect(201);
  });
});

describe('a link', () => {
  it('shows who invites before it is used, and nothing about the patient', async () => {
    const { token } = await inviteGuest(app, requestId);
    const { body } = await app.anonymous().post('/api/guest/invitation').send({ token }).expect(200);
    expect(body).toMatchObject({
      state: 'invited',
      room: 'ready',
      consultationId: null,
      invitedBy: { name: 'Test physician', organisation: 'Praxis Muster' },
    });
    expect(JSON.stringify(body)).not.toMatch(/Probeweg|Erna|K-|patient/i);
  });

  it('works once: of two that use it at the same moment one waits, the other hears so', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    const both = await Promise.all(
      [1, 2].map(() => app.anonymous().post('/api/guest/redemption').send({ token })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('guest_link_used');
    const later = await app.anonymous().post('/api/guest/invitation').send({ token }).expect(409);
    expect(later.body.error.code).toBe('guest_link_used');
    expect(await events()).toEqual(['guest.invited', 'guest.waiting']);
    const [row] = await app.database.sql('SELECT state::text FROM consultation_guest WHERE id = $1', [id]);
    expect(row).toEqual({ state: 'waiting' });
  });

  it('goes on working in its own browser, by a cookie that no script can read', async () => {
    const { token } = await inviteGuest(app, requestId);
    const agent = app.anonymous();
    const used = await agent.post('/api/guest/redemption').send({ token }).expect(200);
    expect(used.get('Set-Cookie')?.[0]).toMatch(
      /^telkonnet-guest=.*Max-Age=\d+; Path=\/;.*HttpOnly; SameSite=Strict$/,
    );
    await agent.post('/api/guest/redemption').send({ token }).expect(200);
    expect((await agent.get('/api/guest').expect(200)).body.state).toBe('waiting');
    expect((await app.anonymous().get('/api/guest').expect(401)).body.error.code).toBe('guest_unknown');
  });

  it.each([
    ['foreign', 'guest_link_not_found', 404],
    ['expired', 'guest_link_expired', 409],
    ['revoked', 'guest_link_revoked', 409],
    ['over', 'room_over', 409],
    ['closed', 'consultation_closed', 409],
  ] as const)('that is %s answers %s', async (how, code, status) => {
    const { id, token } = await inviteGuest(app, requestId);
    if (how === 'expired') app.clock.set('2026-11-23T11:50:00Z');
    if (how === 'revoked') await (await app.signIn('assistant')).delete(`${guests()}/${id}`).expect(200);
    if (how === 'over')
      await app.database.sql(`UPDATE consult_request SET status = 'cancelled' WHERE id = $1`, [requestId]);
    if (how === 'closed') {
      await open();
      await app.database.sql(
        `UPDATE consultation SET state = 'closed', closed_at = now() WHERE request_id = $1`,
        [requestId],
      );
    }
    const tried = { token: how === 'foreign' ? 'x'.repeat(43) : token };
    for (const path of ['invitation', 'redemption']) {
      const { body } = await app.anonymous().post(`/api/guest/${path}`).send(tried).expect(status);
      expect(body.error.code).toBe(code);
    }
  });

  it('says when the room opens, by the server’s clock', async () => {
    app.clock.set('2026-11-23T09:00:00Z');
    const { token } = await inviteGuest(app, requestId);
    const { body } = await app.anonymous().post('/api/guest/invitation').send({ token }).expect(200);
    expect(body).toMatchObject({
      room: 'early',
      now: '2026-11-23T09:00:00.000Z',
      opensAt: '2026-11-23T09:15:00.000Z',
    });
  });
});

describe('the lobby', () => {
  it('opens by somebody in the room, for who waits only, and tells the guest what to join', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    expect((await answer(id, 'admit')).body.error).toMatchObject({ code: 'guest_state' });
    const { agent } = await redeem(app, token);
    expect((await answer(id, 'admit')).body.error.code).toBe('room_not_open');
    const { body } = await open();
    expect((await agent.get('/api/guest')).body.consultationId).toBeNull();
    expect((await agent.get('/api/guest/people')).body).toEqual({ people: [] });
    expect((await answer(id, 'admit')).body).toMatchObject({ id, state: 'admitted' });
    expect((await agent.get('/api/guest')).body).toMatchObject({
      state: 'admitted',
      consultationId: body.consultationId,
    });
    expect(await events()).toEqual(['guest.invited', 'guest.waiting', 'guest.admitted']);
  });

  it.each(['otherPhysician', 'neurologist'] as const)('is not for the %s', async (name) => {
    const { id } = await inviteGuest(app, requestId);
    expect((await answer(id, 'admit', name)).status).toBe(404);
    const other = await insertCase(app.database, {
      requester: 'otherPractice',
      plannedStart: '2026-11-23T10:30:00Z',
    });
    const stranger = await app.signIn('otherPhysician');
    await stranger.post(`/api/requests/${other.id}/guests/${id}/refuse`).expect(404);
  });

  it('closes for good on who is refused', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    const { agent } = await redeem(app, token);
    expect((await answer(id, 'refuse')).body.state).toBe('refused');
    expect((await agent.get('/api/guest').expect(200)).body.state).toBe('refused');
    expect((await agent.post('/api/guest/wait').expect(409)).body.error.code).toBe('guest_state');
  });

  it('lets one go and ask again, which is another admission', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    const { agent } = await redeem(app, token);
    await open();
    await answer(id, 'admit');
    expect((await agent.post('/api/guest/leave').expect(200)).body.state).toBe('left');
    expect((await agent.post('/api/guest/wait').expect(200)).body).toMatchObject({
      state: 'waiting',
      consultationId: null,
    });
    expect((await agent.post('/api/guest/wait').expect(200)).body.state).toBe('waiting');
  });
});

describe('row-level security', () => {
  it('shows a guest the own invitation and nothing else', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    await inviteGuest(app, requestId, 'specialist');
    await redeem(app, token);
    await open();
    await answer(id, 'admit');
    const tables = await app.database.sql<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v') AND has_table_privilege('telkonnet_app', c.oid, 'select')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const seen = await app.deps.db.asGuest(id, async (tx) => {
      const rows: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
        if (row && row.n > 0) rows[name] = row.n;
      }
      return rows;
    });
    // Counts of attempts under hashed keys are rows of nobody.
    expect({ ...seen, rate_limit: 0 }).toEqual({ consultation_guest: 1, rate_limit: 0 });
  });

  it('lets a guest neither admit nor change another', async () => {
    const { id, token } = await inviteGuest(app, requestId);
    const other = await inviteGuest(app, requestId, 'specialist');
    await redeem(app, token);
    const admit = (whom: string) =>
      app.deps.db.asGuest(id, (tx) =>
        tx.consultationGuest.updateMany({ where: { id: whom }, data: { state: 'admitted' } }),
      );
    await expect(admit(id)).rejects.toThrow(/row-level security/);
    expect(await admit(other.id)).toEqual({ count: 0 });
  });

  it('knows nobody of a cookie beside a session, and no session by a cookie', async () => {
    const { token } = await inviteGuest(app, requestId);
    const { agent } = await redeem(app, token);
    await agent.get(guests()).expect(401);
    await agent.get(`/api/requests/${requestId}/room`).expect(401);
    // In the browser of somebody at work, too, a link is a guest's.
    const physician = await app.signIn('physician');
    const second = await inviteGuest(app, requestId);
    await physician
      .post('/api/guest/redemption')
      .set('X-CSRF-Token', '')
      .send({ token: second.token })
      .expect(200);
  });
});

describe('what is kept', () => {
  it('of who never came in goes 30 days after the link', async () => {
    const never = await inviteGuest(app, requestId);
    const came = await inviteGuest(app, requestId);
    const { body } = await open();
    await app.database.sql(
      `INSERT INTO guest_stay (id, guest_id, consultation_id, joined_at, left_at) VALUES (uuidv7(), $1, $2, now(), now())`,
      [came.id, body.consultationId],
    );
    app.clock.set('2026-12-22T12:00:00Z');
    await sweepConsultations(app.deps);
    const kept = () =>
      app.database.sql('SELECT id, state::text FROM consultation_guest WHERE request_id = $1 ORDER BY id', [
        requestId,
      ]);
    expect(await kept()).toEqual([never, came].map(({ id }) => ({ id, state: 'expired' })));
    app.clock.set('2026-12-24T12:00:00Z');
    await sweepConsultations(app.deps);
    expect(await kept()).toEqual([{ id: came.id, state: 'expired' }]);
  });

  it('names as inviter whoever it was', async () => {
    await inviteGuest(app, requestId, 'specialist');
    const { body } = await (await app.signIn('assistant')).get(guests()).expect(200);
    expect(body.guests).toMatchObject([{ invitedBy: 'Test specialist', side: 'provider' }]);
    expect(accounts.specialist.id).not.toBe(body.guests[0].id);
  });
});

// Last: who was sent away stays so for the other tests, too.
describe('a stranger', () => {
  it('finds no link by trying: who tries many is sent away for a while', async () => {
    const stranger = app.anonymous();
    const tries = [];
    for (let n = 0; n < 61; n += 1) {
      const token = String(n).padStart(43, 'x');
      tries.push((await stranger.post('/api/guest/invitation').send({ token })).status);
    }
    expect(tries.slice(0, 60).every((status) => status === 404)).toBe(true);
    expect(tries[60]).toBe(429);
  });
});

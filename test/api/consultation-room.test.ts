import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepConsultations } from '../../server/modules/consultation/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import type { AccountName } from '../support/world.ts';

let app: TestApp;
let people: Record<
  'physician' | 'otherPhysician' | 'specialist' | 'neurologist' | 'coordinator' | 'networkAdmin',
  Agent
>;
let requestId: string;

const start = '2026-11-23T09:30:00Z';
beforeAll(async () => {
  app = await createTestApp();
  const names = [
    'physician',
    'otherPhysician',
    'specialist',
    'neurologist',
    'coordinator',
    'networkAdmin',
  ] as const;
  const agents = await Promise.all(names.map(async (name: AccountName) => [name, await app.signIn(name)]));
  people = Object.fromEntries(agents);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T09:20:00Z');
  await app.database.sql('DELETE FROM booking');
  requestId = (await insertCase(app.database, { plannedStart: start })).id;
});

const room = () => `/api/requests/${requestId}/room`;
const openedRoom = async () => (await people.physician.post(room()).expect(200)).body;
const eventsOf = async (type: string) =>
  app.database.sql<{ payload: unknown; patient_id: string | null }>(
    'SELECT payload, patient_id FROM event_log WHERE type = $1 AND request_id = $2',
    [type, requestId],
  );

describe('the room of a booked request', () => {
  it('shows each side whom it will meet, and the patient by initials only', async () => {
    const asking = (await people.physician.get(room()).expect(200)).body;
    expect(asking).toMatchObject({
      state: 'ready',
      side: 'requester',
      opensAt: '2026-11-23T09:15:00.000Z',
      plannedStart: '2026-11-23T09:30:00.000Z',
      patient: { initials: 'EP' },
      other: { name: 'Kardiologie, Klinikum Testfeld', phone: '0441 000000' },
      mayClose: false,
    });
    const asked = (await people.specialist.get(room()).expect(200)).body;
    expect(asked).toMatchObject({ side: 'provider', other: { name: 'Praxis Muster' }, mayClose: true });
    expect(JSON.stringify([asking, asked])).not.toContain('Probe');
    expect(await eventsOf('consultation.viewed')).toHaveLength(2);
  });

  it('opens a quarter of an hour before, and says when', async () => {
    app.clock.set('2026-11-23T09:14:59Z');
    expect((await people.physician.get(room())).body).toMatchObject({ state: 'early' });
    const { body } = await people.physician.post(room()).expect(409);
    expect(body.error).toMatchObject({
      code: 'room_not_open',
      data: { opensAt: '2026-11-23T09:15:00.000Z' },
    });
    app.clock.set('2026-11-23T09:15:00Z');
    await people.physician.post(room()).expect(200);
  });

  it('is one room, whoever opens it and however often', async () => {
    const answers = await Promise.all(
      [people.physician, people.specialist, people.physician].map((one) => one.post(room())),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.consultationId)).size).toBe(1);
    expect(await eventsOf('consultation.opened')).toHaveLength(1);
  });

  it.each(['otherPhysician', 'neurologist', 'networkAdmin'] as const)(
    'does not exist for %s',
    async (name) => {
      const { consultationId } = await openedRoom();
      const refused = { error: { code: expect.stringMatching(/_not_found$/) } };
      expect((await people[name].get(room()).expect(404)).body).toMatchObject(refused);
      expect((await people[name].post(room()).expect(404)).body).toMatchObject(refused);
      const path = `/api/consultations/${consultationId}`;
      expect((await people[name].get(`${path}/participants`).expect(404)).body).toMatchObject(refused);
      const end = { outcome: null, byPhone: true };
      expect((await people[name].post(`${path}/close`).send(end).expect(404)).body).toMatchObject(refused);
    },
  );

  it('does not open for a cancelled request', async () => {
    requestId = (await insertCase(app.database, { plannedStart: start, status: 'cancelled' })).id;
    const { body } = await people.physician.post(room()).expect(409);
    expect(body.error.code).toBe('room_over');
  });
});

it('on the department’s side a seat is for physicians: coordinators neither open nor enter a room', async () => {
  expect((await people.coordinator.post(room()).expect(403)).body.error.code).toBe('forbidden');
  await openedRoom();
  expect((await people.coordinator.post(room()).expect(403)).body.error.code).toBe('forbidden');
  await people.coordinator.get(room()).expect(200);
});

describe('ending it', () => {
  const statusOf = async () =>
    (
      await app.database.sql<{ status: string }>('SELECT status::text FROM consult_request WHERE id = $1', [
        requestId,
      ])
    )[0]?.status;
  const close = (agent: Agent, consultationId: string, end: object = { outcome: null, byPhone: false }) =>
    agent.post(`/api/consultations/${consultationId}/close`).send(end);
  /** Both sides as if they had met: ten minutes together, the asking side five minutes longer. */
  const metRoom = async () => {
    const { consultationId } = await openedRoom();
    const sql = app.database.sql;
    await sql(
      `UPDATE consultation SET state = 'running', started_at = '2026-11-23T09:30:00Z' WHERE id = $1`,
      [consultationId],
    );
    await sql(`UPDATE consult_request SET status = 'in_consultation' WHERE id = $1`, [requestId]);
    for (const [side, from, until] of [
      ['requester', '09:25:00', '09:40:00'],
      ['provider', '09:30:00', null],
    ]) {
      await sql(
        `INSERT INTO participation (consultation_id, account_id, side, joined_at, left_at)
         SELECT $1, id, $2::"Side", $3, $4 FROM account WHERE role = $5 LIMIT 1`,
        [
          consultationId,
          side,
          `2026-11-23T${from}Z`,
          until && `2026-11-23T${until}Z`,
          side === 'provider' ? 'specialist' : 'physician',
        ],
      );
    }
    app.clock.set('2026-11-23T09:45:00Z');
    return consultationId as string;
  };

  it('counts the time together, moves the request on and closes for good', async () => {
    const consultationId = await metRoom();
    const { body } = await close(people.specialist, consultationId).expect(200);
    expect(body).toMatchObject({ presentSeconds: 600, closedAt: '2026-11-23T09:45:00.000Z' });
    const [request] = await app.database.sql('SELECT status::text FROM consult_request WHERE id = $1', [
      requestId,
    ]);
    expect(request).toEqual({ status: 'consulted' });
    expect(await eventsOf('consultation.closed')).toMatchObject([
      { payload: { presentSeconds: 600, byPhone: false } },
    ]);
    expect((await close(people.specialist, consultationId).expect(409)).body.error.code).toBe(
      'consultation_closed',
    );
    expect((await people.physician.post(room()).expect(409)).body.error.code).toBe('consultation_closed');
    expect((await people.physician.get(room())).body).toMatchObject({ state: 'closed', presentSeconds: 600 });
  });

  it('answers the request when its report is final already', async () => {
    const consultationId = await metRoom();
    const report = `/api/cases/${requestId}/report`;
    const words = { findings: '', assessment: 'Kompensiert', recommendation: '', diagnoses: [] };
    const draft = await people.specialist
      .put(`${report}/draft`)
      .send({ ...words, savedAt: null })
      .expect(200);
    await people.specialist.post(`${report}/final`).send({ savedAt: draft.body.savedAt }).expect(201);
    await close(people.specialist, consultationId).expect(200);
    expect(await statusOf()).toBe('answered');
  });

  it('and finishing the report at the same moment leave the request answered', async () => {
    const consultationId = await metRoom();
    const report = `/api/cases/${requestId}/report`;
    const words = { findings: '', assessment: 'Kompensiert', recommendation: '', diagnoses: [] };
    const draft = await people.specialist
      .put(`${report}/draft`)
      .send({ ...words, savedAt: null })
      .expect(200);
    const colleague = await app.signIn('secondSpecialist');
    const both = await Promise.all([
      close(people.specialist, consultationId),
      colleague.post(`${report}/final`).send({ savedAt: draft.body.savedAt }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 201]);
    expect(await statusOf()).toBe('answered');
  });

  it('by itself passes over one that cannot be ended', async () => {
    const spoilt = await metRoom();
    await app.database.sql(`UPDATE consult_request SET status = 'cancelled' WHERE id = $1`, [requestId]);
    app.clock.set('2026-11-23T09:20:00Z');
    await app.database.sql('DELETE FROM booking');
    requestId = (await insertCase(app.database, { plannedStart: start })).id;
    const left = await metRoom();
    await app.database.sql('UPDATE participation SET left_at = $1 WHERE left_at IS NULL', [app.clock.now()]);
    app.clock.advance(7_201_000);
    await sweepConsultations(app.deps);
    const rows = await app.database.sql('SELECT id, state::text FROM consultation WHERE id = ANY ($1)', [
      [spoilt, left],
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: spoilt, state: 'running' },
        { id: left, state: 'closed' },
      ]),
    );
    await app.database.sql(`UPDATE consultation SET state = 'closed' WHERE id = $1`, [spoilt]);
  });

  it('names who was there, to both sides', async () => {
    const consultationId = await metRoom();
    const { body } = await people.physician
      .get(`/api/consultations/${consultationId}/participants`)
      .expect(200);
    expect(body.people.map((one: { side: string; role: string }) => [one.side, one.role])).toEqual(
      expect.arrayContaining([
        ['requester', 'physician'],
        ['provider', 'specialist'],
      ]),
    );
  });

  it.each(['physician', 'coordinator'] as const)('is not for the %s', async (name) => {
    const consultationId = await metRoom();
    expect((await close(people[name], consultationId).expect(403)).body.error.code).toBe('forbidden');
  });

  it('is refused where nobody met, unless it was held by phone', async () => {
    const { consultationId } = await openedRoom();
    expect((await close(people.specialist, consultationId).expect(409)).body.error.code).toBe('nobody_met');
    const held = await close(people.specialist, consultationId, { outcome: 'stays', byPhone: true }).expect(
      200,
    );
    expect(held.body).toMatchObject({ presentSeconds: 0, startedAt: null });
    const [row] = await app.database.sql('SELECT by_phone, outcome FROM consultation WHERE id = $1', [
      consultationId,
    ]);
    expect(row).toEqual({ by_phone: true, outcome: 'stays' });
  });

  it('refuses an unknown outcome and unknown fields', async () => {
    const { consultationId } = await openedRoom();
    const wrong = await close(people.specialist, consultationId, {
      outcome: 'cured',
      byPhone: false,
      extra: 1,
    }).expect(422);
    expect(wrong.body.error.fields).toMatchObject({ outcome: expect.any(String), extra: 'unknown_field' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { insertCase, insertConsultation } from '../support/cases.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let specialist: Agent;
let colleague: Agent;
let practice: Agent;
let id: string;

const words = {
  findings: 'RR 130/80',
  assessment: 'Kompensiert',
  recommendation: 'Torasemid 20 mg',
  diagnoses: [{ code: 'I50.13', title: 'Linksherzinsuffizienz', certainty: 'G' }],
};
const path = (end: string) => `/api/cases/${id}/report${end}`;
const save = (agent: Agent, savedAt: string | null, more: object = {}) =>
  agent.put(path('/draft')).send({ ...words, savedAt, ...more });
const finalise = (agent: Agent, savedAt: string) => agent.post(path('/final')).send({ savedAt });
const eventsOf = (type: string) =>
  app.database.sql(
    `SELECT actor_account_id AS by, payload FROM event_log WHERE type = $1 AND request_id = $2 ORDER BY id`,
    [type, id],
  );

beforeAll(async () => {
  app = await createTestApp();
  specialist = await app.signIn('specialist');
  colleague = await app.signIn('secondSpecialist');
  practice = await app.signIn('physician');
});
afterAll(() => app.close());

describe('a report of a closed consultation', () => {
  beforeEach(async () => {
    ({ id } = await insertCase(app.database, { status: 'consulted' }));
    await insertConsultation(app.database, id, '2026-11-23T07:30:00Z');
  });

  it('is begun at the first save, kept, and hidden from the asking side until it is final', async () => {
    const draft = await save(specialist, null).expect(200);
    expect(draft.body).toMatchObject({ ...words, version: 1, savedBy: 'Test specialist' });
    const seen = await practice.get(path('')).expect(200);
    expect(seen.body).toEqual({ versions: [], draft: null, mayWrite: false, mayFinalise: false });
    const own = await colleague.get(path('')).expect(200);
    expect(own.body).toMatchObject({
      draft: { ...words, savedBy: 'Test specialist' },
      mayWrite: true,
      mayFinalise: true,
    });
  });

  it('is not shown to the asking side by the database either', async () => {
    await save(specialist, null);
    const actor = {
      accountId: accounts.physician.id,
      role: 'physician' as const,
      displayName: '',
      organisationId: '00000000-0000-8000-8001-000000000003',
      organisationKind: 'practice' as const,
      departmentId: null,
      practitionerId: null,
    };
    expect(await app.deps.db.as(actor, (tx) => tx.report.count({ where: { requestId: id } }))).toBe(0);
    expect(await app.deps.db.as(actor, (tx) => tx.report.deleteMany({ where: { requestId: id } }))).toEqual({
      count: 0,
    });
  });

  it('overwrites nothing of a colleague', async () => {
    const first = await save(specialist, null).expect(200);
    const theirs = await save(colleague, first.body.savedAt, { assessment: 'Anders' }).expect(200);
    const late = await save(specialist, first.body.savedAt, { assessment: 'Zu spät' }).expect(409);
    expect(late.body.error).toMatchObject({
      code: 'report_changed',
      data: { savedAt: theirs.body.savedAt, savedBy: 'Test secondSpecialist' },
    });
    const now = await specialist.get(path(''));
    expect(now.body.draft.assessment).toBe('Anders');
  });

  it('is begun once by two at the same time', async () => {
    const answers = await Promise.all([save(specialist, null), save(colleague, null)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('answers the request, once, and stays as it is', async () => {
    const draft = await save(specialist, null);
    const key = { 'Idempotency-Key': `finalise-${id}` };
    const final = await finalise(specialist, draft.body.savedAt).set(key).expect(201);
    const again = await finalise(specialist, draft.body.savedAt).set(key).expect(201);
    expect(again.body).toEqual(final.body);
    expect(final.body).toMatchObject({ ...words, version: 1, author: 'Test specialist' });
    const [row] = await app.database.sql<{ status: string; answered: Date }>(
      'SELECT status, answered_at AS answered FROM consult_request WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ status: 'answered', answered: new Date(final.body.finalisedAt) });
    expect(await eventsOf('report.finalised')).toEqual([
      { by: accounts.specialist.id, payload: { version: 1 } },
    ]);
    await save(specialist, draft.body.savedAt).expect(409);
    await expect(
      app.database.sql(`UPDATE report SET assessment = 'x' WHERE request_id = $1`, [id]),
    ).rejects.toThrow(/final/);
  });

  it('counts as read when the asking side opens it, and is unread again after an amendment', async () => {
    const draft = await save(specialist, null);
    await finalise(specialist, draft.body.savedAt).expect(201);
    const readAt = async () => {
      const rows = await app.database.sql<{ at: Date | null }>(
        'SELECT answer_read_at AS at FROM consult_request WHERE id = $1',
        [id],
      );
      return rows[0]?.at ?? null;
    };
    await colleague.get(path(''));
    expect(await readAt()).toBeNull();
    await practice.get(path('')).expect(200);
    expect(await readAt()).not.toBeNull();
    expect((await eventsOf('report.viewed')).at(-1)?.by).toBe(accounts.physician.id);

    const amendment = await specialist.post(path('/amendment')).expect(201);
    expect(amendment.body).toMatchObject({ ...words, version: 2 });
    expect((await practice.get(path(''))).body.versions).toHaveLength(1);
    const changed = await save(specialist, amendment.body.savedAt, { recommendation: 'Torasemid 30 mg' });
    await finalise(specialist, changed.body.savedAt).expect(201);
    expect(await readAt()).toBeNull();
    const both = await practice.get(path(''));
    expect(both.body.versions.map((one: { version: number }) => one.version)).toEqual([2, 1]);
    expect(both.body.versions[1].recommendation).toBe('Torasemid 20 mg');
  });

  it('may be thrown away as long as it is a draft', async () => {
    await save(specialist, null);
    await specialist.delete(path('/draft')).expect(200);
    expect((await specialist.get(path(''))).body.draft).toBeNull();
    expect(await eventsOf('report.discarded')).toHaveLength(1);
  });

  it('needs an assessment or a recommendation', async () => {
    const draft = await save(specialist, null, { assessment: ' ', recommendation: '' });
    const refused = await finalise(specialist, draft.body.savedAt).expect(422);
    expect(refused.body.error).toMatchObject({
      code: 'report_incomplete',
      fields: { assessment: 'required' },
    });
  });

  it('keystrokes within a minute are one change for the audit', async () => {
    let { savedAt } = (await save(specialist, null)).body;
    for (const findings of ['R', 'RR', 'RR 1'])
      savedAt = (await save(specialist, savedAt, { findings })).body.savedAt;
    expect(await eventsOf('report.drafted')).toHaveLength(1);
    app.clock.advance(61_000);
    await save(specialist, savedAt, { findings: 'RR 13' }).expect(200);
    expect(await eventsOf('report.drafted')).toHaveLength(2);
  });

  it.each(['coordinator', 'physician', 'neurologist', 'otherPhysician', 'networkAdmin'] as const)(
    '%s writes none',
    async (name) => {
      const agent = await app.signIn(name);
      const { status } = await save(agent, null);
      expect(status).toBe(name === 'coordinator' || name === 'physician' ? 403 : 404);
    },
  );

  it.each([
    [{ findings: 'x'.repeat(20_001) }, 'findings'],
    [{ diagnoses: [{ code: '', title: '' }] }, 'diagnoses.0.code'],
    [{ more: true }, 'more'],
    [{ savedAt: 'yesterday' }, 'savedAt'],
  ])('refuses %j beside the field', async (wrong, field) => {
    const refused = await save(specialist, null, wrong).expect(422);
    expect(Object.keys(refused.body.error.fields)).toEqual([field]);
  });
});

describe('an amendment', () => {
  it('that two begin at the same moment is begun once', async () => {
    ({ id } = await insertCase(app.database, { status: 'consulted' }));
    const draft = await save(specialist, null).expect(200);
    await finalise(specialist, draft.body.savedAt).expect(201);
    const late = await app.deps.db.system(async (tx) => {
      const colleagues = { requestId: id, version: 2, authorId: accounts.secondSpecialist.id };
      await tx.report.create({ data: { ...colleagues, assessment: 'Schon begonnen' } });
      const asking = specialist.post(path('/amendment')).then((answer) => answer);
      await vi.waitFor(async () => {
        const waiting = await app.database.sql(
          `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`,
        );
        expect(waiting).toHaveLength(1);
      }, 10_000);
      return { asking };
    });
    const { status, body } = await late.asking;
    expect([status, body.assessment, body.savedBy]).toEqual([201, 'Schon begonnen', 'Test secondSpecialist']);
  });
});

describe('a report before the room is closed', () => {
  it('may be prepared, not finalised, before anybody has met', async () => {
    ({ id } = await insertCase(app.database, { status: 'planned', plannedStart: '2026-11-24T08:00:00Z' }));
    const draft = await save(specialist, null).expect(200);
    const early = await finalise(specialist, draft.body.savedAt).expect(409);
    expect(early.body.error.code).toBe('report_too_early');
  });

  it('is final while talking: the answer is there, the room goes on', async () => {
    ({ id } = await insertCase(app.database, { status: 'in_consultation' }));
    const draft = await save(specialist, null);
    await finalise(specialist, draft.body.savedAt).expect(201);
    const found = await practice.get(`/api/cases/${id}`).expect(200);
    expect(found.body.request).toMatchObject({ status: 'in_consultation', answeredAt: expect.any(String) });
  });

  it('is closed for a request that was called off', async () => {
    ({ id } = await insertCase(app.database, { status: 'cancelled' }));
    expect((await save(specialist, null).expect(409)).body.error.code).toBe('report_closed');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { insertCase, insertConsultation } from '../support/cases.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let specialist: Agent;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T09:00:00Z' });
  const make = async (name: string, given: Parameters<typeof insertCase>[1]) => {
    ids[name] = (await insertCase(app.database, { familyName: `Muster-${name}`, ...given })).id;
  };
  await make('cancelled', { status: 'cancelled', plannedStart: '2026-11-20T08:00:00Z' });
  await make('done', { status: 'answered', answeredAt: '2026-11-10T08:00:00Z' });
  await make('new', { status: 'answered', answeredAt: '2026-11-22T08:00:00Z', kvnr: 'A123456780' });
  await make('newer', { status: 'answered', answeredAt: '2026-11-23T08:00:00Z' });
  await make('later', { plannedStart: '2026-11-26T08:00:00Z' });
  await make('tomorrow', { plannedStart: '2026-11-24T08:00:00Z' });
  await make('tonight', { plannedStart: '2026-11-23T22:30:00Z' });
  await make('waiting', { status: 'consulted' });
  await make('running', { status: 'in_consultation', plannedStart: '2026-11-23T12:00:00Z' });
  await make('neuro', { plannedStart: '2026-11-25T08:00:00Z', department: 'neurology' });
  await make('foreign', { plannedStart: '2026-11-25T09:00:00Z', requester: 'otherPractice' });
  await make('home', {
    status: 'waiting',
    kind: 'urgent',
    requester: 'careHome',
    createdAt: '2026-11-19T08:00:00Z',
  });
  await app.database.sql(`UPDATE consult_request SET answer_read_at = now() WHERE id = $1`, [ids.done]);
  practice = await app.signIn('assistant');
  specialist = await app.signIn('specialist');
});
afterAll(() => app.close());

type Row = { id: string; group: string; patient: { familyName: string } };
const list = async (agent: Agent, query = '') => (await agent.get(`/api/cases${query}`).expect(200)).body;
const shown = (body: { cases: Row[] }) =>
  body.cases.map((one) => `${one.group}:${one.patient.familyName.replace('Muster-', '')}`);

describe('the list of cases', () => {
  it('shows a practice what is asked of it now, first things first', async () => {
    const body = await list(practice);
    expect(shown(body)).toEqual([
      'answer_new:newer',
      'answer_new:new',
      'today:running',
      // 23:30 in Oldenburg is today, whatever the day is in UTC.
      'today:tonight',
      'planned:tomorrow',
      'planned:neuro',
      'planned:later',
      'waiting:waiting',
      'done:done',
      'ended:cancelled',
    ]);
    expect(body.counts).toEqual({ answer_new: 2, today: 2, planned: 3, waiting: 1, done: 1, ended: 1 });
    expect(body.next).toBeNull();
  });

  it('shows a department its own, with the reports that it owes', async () => {
    expect(shown(await list(specialist))).toEqual([
      'report_due:waiting',
      'today:home',
      'today:running',
      'today:tonight',
      'planned:tomorrow',
      'planned:foreign',
      'planned:later',
      'done:newer',
      'done:new',
      'done:done',
      'ended:cancelled',
    ]);
    expect(shown(await list(await app.signIn('secondSpecialist'), '?mine=true'))).toEqual([]);
  });

  it('shows a care home its own', async () => {
    expect(shown(await list(await app.signIn('nurse')))).toEqual(['today:home']);
  });

  it('pages without repeating or skipping, and counts everything on every page', async () => {
    const all: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const body = await list(practice, `?limit=3${after}`);
      all.push(...shown(body));
      expect(body.counts.planned).toBe(3);
      if (!body.next) break;
      after = `&after=${body.next}`;
    }
    expect(all).toEqual(shown(await list(practice)));
  });

  it.each([
    ['q=muster-new', ['answer_new:newer', 'answer_new:new']],
    ['q=new%20erna', ['answer_new:newer', 'answer_new:new']],
    ['q=A1234', ['answer_new:new']],
    ['q=12.03.1941&group=ended', ['ended:cancelled']],
    ['q=K-000001', ['ended:cancelled']],
    ['q=%25', []],
    ['group=waiting', ['waiting:waiting']],
  ])('finds by %s', async (query, expected) => {
    expect(shown(await list(practice, `?${query}`))).toEqual(expected);
  });

  it.each(['group=all', 'after=1', 'limit=0', 'x=1'])('refuses %s', async (query) => {
    await practice.get(`/api/cases?${query}`).expect(422);
  });

  it('records whom it showed', async () => {
    const [event] = await app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' AND actor_account_id = $1 ORDER BY id LIMIT 1`,
      [accounts.assistant.id],
    );
    expect(event?.payload.patientIds).toHaveLength(10);
  });

  it.each(['networkAdmin', 'evaluator', 'privacyOfficer'] as const)('is not for %s', async (name) => {
    await (await app.signIn(name)).get('/api/cases').expect(403);
  });
});

describe('one case', () => {
  it('tells what happened, oldest first, and records the view', async () => {
    const { id } = await insertCase(app.database, {
      status: 'consulted',
      plannedStart: '2026-11-23T07:00:00Z',
    });
    await insertConsultation(app.database, id, '2026-11-23T06:58:00Z');
    const { body } = await practice.get(`/api/cases/${id}`).expect(200);
    expect(body.timeline).toEqual([
      { kind: 'requested', at: '2026-11-20T08:00:00.000Z', by: 'Test assistant' },
      {
        kind: 'booked',
        at: '2026-11-20T08:00:00.000Z',
        by: 'Test assistant',
        startAt: '2026-11-23T07:00:00.000Z',
        endAt: '2026-11-23T07:20:00.000Z',
      },
      {
        kind: 'consultation',
        at: '2026-11-23T07:00:00.000Z',
        met: true,
        closedAt: '2026-11-23T07:18:00.000Z',
        presentSeconds: 1020,
        byPhone: false,
        outcome: null,
        participants: ['Test physician', 'Test specialist'],
      },
    ]);
    expect(body).toMatchObject({
      finalVersion: 0,
      hasDraft: false,
      mayWrite: false,
      request: { side: 'requester' },
    });
    const views = await app.database.sql(
      `SELECT 1 FROM event_log WHERE type = 'request.viewed' AND request_id = $1 AND patient_id IS NOT NULL`,
      [id],
    );
    expect(views).toHaveLength(1);
  });

  it.each(['stays', 'gp_visit', 'ambulance', 'admission'] as const)(
    'tells the care home what was decided: %s',
    async (outcome) => {
      const { id } = await insertCase(app.database, {
        status: 'in_consultation',
        kind: 'urgent',
        requester: 'careHome',
      });
      await insertConsultation(app.database, id, '2026-11-23T06:58:00Z');
      const [room] = await app.database.sql<{ id: string }>(
        `UPDATE consultation SET state = 'running', closed_at = NULL, present_seconds = NULL WHERE request_id = $1 RETURNING id`,
        [id],
      );
      await specialist
        .post(`/api/consultations/${room?.id}/close`)
        .send({ outcome, byPhone: false })
        .expect(200);
      const { body } = await (await app.signIn('nurse')).get(`/api/cases/${id}`).expect(200);
      expect(body.timeline.at(-1)).toMatchObject({ kind: 'consultation', outcome });
      const [event] = await app.database.sql<{ payload: object }>(
        `SELECT payload FROM event_log WHERE type = 'consultation.closed' AND request_id = $1`,
        [id],
      );
      expect(event?.payload).toMatchObject({ outcome });
    },
  );

  it.each(['otherPhysician', 'nurse', 'neurologist', 'networkAdmin'] as const)(
    'does not exist for %s',
    async (name) => {
      await (await app.signIn(name)).get(`/api/cases/${ids.later}`).expect(404);
      await (await app.signIn(name)).get(`/api/cases/${ids.later}/report`).expect(404);
    },
  );
});

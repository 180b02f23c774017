import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { consult, giveNumbers } from '../support/consulted.ts';
import { type AccountName, organisations } from '../support/world.ts';

let app: TestApp;
const quarter = '2026Q4';
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T12:00:00Z' });
  await giveNumbers(app);
  await consult(app, { at: '2026-10-05T08:00:00Z', minutes: 21, patient: { kvnr: 'A123456780' } });
  await consult(app, { at: '2026-10-06T08:00:00Z', minutes: 5, patient: { kvnr: 'T123456780' } });
  await consult(app, { at: '2026-11-02T09:00:00Z', report: false, patient: { kvnr: 'X110411675' } });
  await consult(app, {
    at: '2026-11-03T09:00:00Z',
    from: 'otherPractice',
    department: 'neurology',
    patient: { kvnr: null },
  });
  await consult(app, { at: '2026-11-04T19:00:00Z', from: 'careHome', patient: { kvnr: 'K220635158' } });
  await app.settle();
});
afterAll(() => app.close());

const ask = async (name: AccountName, query: Record<string, string | number> = {}) =>
  (await app.signIn(name)).get('/api/billing/events').query({ quarter, ...query });

describe('the list', () => {
  it('gives totals per state, and filters by state, reason, organisation and what was typed', async () => {
    const { status, body } = await ask('networkAdmin');
    expect(status).toBe(200);
    expect(body.totals).toEqual({
      ready: { events: 6, cents: 3 * 1401 + 1631 + 2 * 828 + 4500 },
      incomplete: { events: 3, cents: 1631 + 1401 + 1631 },
      not_billable: { events: 3, cents: 0 },
      exported: { events: 0, cents: 0 },
    });
    expect(body.events).toHaveLength(12);
    expect(body.events[0]).toMatchObject({
      side: 'requester',
      code: '01670',
      state: 'ready',
      reasons: [],
      organisation: { name: organisations.practice.name, kind: 'practice' },
      counterpart: organisations.hospital.name,
      patient: { kvnr: 'A123456780', birthDate: '1948-05-12' },
      amountCents: 1401,
      presentSeconds: 1260,
      batch: null,
    });
    const incomplete = (await ask('networkAdmin', { state: 'incomplete' })).body;
    expect(incomplete.events.map((event: { reasons: string[] }) => event.reasons)).toEqual([
      ['report_missing'],
      ['kvnr_missing'],
      ['kvnr_missing'],
    ]);
    expect(incomplete.reasons).toEqual([
      { reason: 'kvnr_missing', events: 2 },
      { reason: 'report_missing', events: 1 },
    ]);
    // The three numbers stay while one of them is chosen.
    expect(incomplete.totals).toEqual(body.totals);
    expect((await ask('networkAdmin', { reason: 'report_missing' })).body.events).toHaveLength(1);
    const paid = (await ask('networkAdmin', { organisation: organisations.otherPractice.id })).body;
    expect(paid.events.map(({ code }: { code: string }) => code)).toEqual(['01670']);
    expect((await ask('networkAdmin', { q: 'anderswo' })).body.events).toHaveLength(2);
    expect((await ask('networkAdmin', { q: 'K220635158' })).body.events).toHaveLength(3);
    expect((await ask('networkAdmin', { q: 'P-HEIM' })).body.events).toHaveLength(1);
    const { number } = body.events[0];
    const found = (await ask('networkAdmin', { q: `K-${String(number).padStart(6, '0')}` })).body;
    expect(found.events).toHaveLength(3);
    expect((await ask('networkAdmin', { q: '100%_' })).body.events).toEqual([]);
  });

  it('comes page by page, each event once', async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { body }: { body: { events: { requestId: string; code: string }[]; next: string | null } } =
        await ask('networkAdmin', { limit: 5, ...(after ? { after } : {}) });
      codes.push(...body.events.map(({ requestId, code }) => `${requestId} ${code}`));
      after = body.next;
    } while (after);
    expect(codes).toHaveLength(12);
    expect(new Set(codes).size).toBe(12);
  });

  it('refuses a cursor and a quarter that are none', async () => {
    expect((await ask('networkAdmin', { after: 'x' })).body.error.fields).toEqual({
      after: 'cursor_invalid',
    });
    expect((await ask('networkAdmin', { quarter: '2026-4' })).body.error.fields).toEqual({
      quarter: 'quarter_invalid',
    });
  });

  it('records whose data was shown, and names nobody', async () => {
    const { body } = await ask('networkAdmin');
    expect(JSON.stringify(body)).not.toMatch(/Musterfrau|Erika/);
    const [seen] = await app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' AND subject_id = 'billing' ORDER BY id DESC LIMIT 1`,
    );
    expect(seen?.payload.patientIds).toHaveLength(5);
  });
});

describe('who sees what', () => {
  it('a practice its own, a department what it was asked', async () => {
    const seen = async (name: AccountName) =>
      (await ask(name)).body.events.map(
        ({ organisation, code }: { organisation: { name: string }; code: string }) =>
          `${organisation.name} ${code}`,
      );
    expect(new Set(await seen('physician'))).toEqual(new Set(['Praxis Muster 01670']));
    expect(await seen('assistant')).toHaveLength(3);
    expect(await seen('otherAssistant')).toEqual(['Praxis Anderswo 01670']);
    expect(await seen('neurologist')).toEqual(['Klinikum Testfeld 01671']);
    expect(await seen('coordinator')).toEqual([
      'Klinikum Testfeld 01671',
      'Klinikum Testfeld 01672',
      'Klinikum Testfeld 01671',
      'Klinikum Testfeld 01671',
      'Klinikum Testfeld 01671',
      'Klinikum Testfeld P-HEIM-EIL',
    ]);
    const sums = (await (await app.signIn('otherPhysician')).get('/api/billing/sums').query({ quarter }))
      .body;
    expect(sums.organisations.map(({ name }: { name: string }) => name)).toEqual(['Praxis Anderswo']);
  });

  it('below the endpoints too: the database itself shows each only the own', async () => {
    const seen = (name: AccountName) =>
      app.deps.db.as(actorOf(name), async (tx) => {
        const cases = await tx.$queryRaw<{ requester_id: string }[]>`select requester_id from billing_case`;
        const events = await tx.billableEvent.findMany({ select: { organisationId: true } });
        return {
          requesters: new Set(cases.map((one) => one.requester_id)),
          paid: new Set(events.map((one) => one.organisationId)),
          batches: await tx.exportBatch.count(),
        };
      });
    const own = new Set([organisations.practice.id]);
    expect(await seen('physician')).toEqual({ requesters: own, paid: own, batches: 0 });
    for (const name of ['evaluator', 'privacyOfficer', 'otherNurse'] as const) {
      expect(await seen(name)).toEqual({ requesters: new Set(), paid: new Set(), batches: 0 });
    }
  });

  it('nobody else, and only the network administration exports', async () => {
    for (const name of ['evaluator', 'privacyOfficer', 'nurse', 'homeManager'] as const) {
      const agent = await app.signIn(name);
      expect((await agent.get('/api/billing/events').query({ quarter })).status).toBe(403);
      expect((await agent.get('/api/billing/quarters')).status).toBe(403);
      expect((await agent.get('/api/billing/sums').query({ quarter })).status).toBe(403);
    }
    for (const name of ['evaluator', 'physician', 'specialist', 'privacyOfficer'] as const) {
      const agent = await app.signIn(name);
      expect((await agent.post('/api/billing/exports').send({ quarter })).status).toBe(403);
      expect((await agent.get('/api/billing/exports')).status).toBe(403);
      expect((await agent.get('/api/billing/exports/preview').query({ quarter })).status).toBe(403);
    }
    expect((await app.anonymous().get('/api/billing/quarters')).status).toBe(401);
  });
});

it('knows the quarters that hold something, and always the running one', async () => {
  const admin = await app.signIn('networkAdmin');
  expect((await admin.get('/api/billing/quarters')).body).toEqual({
    quarters: [{ quarter: '2026Q4', events: 12, open: 9 }],
    current: '2026Q4',
  });
  app.clock.set('2027-01-04T08:00:00Z');
  const later = (await (await app.signIn('networkAdmin')).get('/api/billing/quarters')).body;
  expect(later.quarters.map((one: { quarter: string }) => one.quarter)).toEqual(['2027Q1', '2026Q4']);
  app.clock.set('2026-11-23T12:00:00Z');
});

it('sums billable money by month and code, and by who is paid', async () => {
  const { body } = await (await app.signIn('networkAdmin')).get('/api/billing/sums').query({ quarter });
  expect(body.totals.ready).toEqual({ events: 6, cents: 3 * 1401 + 1631 + 2 * 828 + 4500 });
  expect(body.months).toEqual([
    { month: '2026-10', tariff: 'EBM', code: '01670', events: 2, cents: 2802 },
    { month: '2026-10', tariff: 'EBM', code: '01671', events: 1, cents: 1631 },
    { month: '2026-10', tariff: 'EBM', code: '01672', events: 1, cents: 1656 },
    { month: '2026-11', tariff: 'EBM', code: '01670', events: 1, cents: 1401 },
    { month: '2026-11', tariff: 'project', code: 'P-HEIM-EIL', events: 1, cents: 4500 },
  ]);
  expect(body.organisations[0]).toMatchObject({
    name: organisations.hospital.name,
    ready: { events: 3, cents: 1631 + 1656 + 4500 },
    incomplete: { events: 2, cents: 3262 },
    exported: { events: 0, cents: 0 },
  });
});

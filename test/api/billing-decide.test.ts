import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideBilling } from '../../server/modules/billing/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type Consulted, consult, giveNumbers, report } from '../support/consulted.ts';
import { organisations, practitioners } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T12:00:00Z' });
});
beforeEach(() => giveNumbers(app));
afterEach(async () => {
  // One case must not fill another's limits.
  await app.database.sql('TRUNCATE patient CASCADE');
  await app.database.sql('DELETE FROM event_handled');
  await app.database.sql('ALTER TABLE event_log DISABLE TRIGGER event_log_no_truncate');
  await app.database.sql('TRUNCATE event_log');
});
afterAll(() => app.close());

type Row = {
  code: string;
  status: string;
  reasons: string[];
  side: string;
  quantity: number;
  amount_cents: number;
};
const eventsOf = (requestId: string) =>
  app.database.sql<Row>(
    'SELECT code, status, reasons, side, quantity, amount_cents FROM billable_event WHERE request_id = $1 ORDER BY code',
    [requestId],
  );

/** `01671 incomplete report_missing` for each event of a consultation that was just closed. */
const decided = async (change: Consulted = {}): Promise<string[]> => {
  const { requestId } = await consult(app, change);
  await app.settle();
  return said(requestId);
};
const said = async (requestId: string) =>
  (await eventsOf(requestId)).map(({ code, status, reasons }) => [code, status, ...reasons].join(' '));

describe('what a closed consultation comes to', () => {
  it('twelve minutes and a final report: the practice gets 01670, the hospital 01671', async () => {
    const { requestId } = await consult(app);
    await app.settle();
    expect(await eventsOf(requestId)).toEqual([
      { code: '01670', side: 'requester', status: 'billable', reasons: [], quantity: 1, amount_cents: 1401 },
      {
        code: '01671',
        side: 'provider',
        status: 'billable',
        reasons: ['channel_unconfirmed'],
        quantity: 1,
        amount_cents: 1631,
      },
    ]);
    const [paid] = await app.database.sql(
      `SELECT e.organisation_id AS provider, e.practitioner_id, e.quarter, e.occurred_at FROM billable_event e WHERE e.code = '01671'`,
    );
    expect(paid).toEqual({
      provider: organisations.hospital.id,
      practitioner_id: practitioners.specialist.id,
      quarter: '2026Q4',
      occurred_at: new Date('2026-11-23T09:00:00Z'),
    });
  });

  it.each<[string, Consulted, string[]]>([
    ['nine minutes', { minutes: 9 }, ['01670 billable', '01671 not_billable too_short']],
    [
      'twenty minutes',
      { minutes: 20 },
      ['01670 billable', '01671 billable channel_unconfirmed', '01672 billable channel_unconfirmed'],
    ],
    ['nobody met', { minutes: 0 }, []],
    ['no report yet', { report: false }, ['01670 billable', '01671 incomplete report_missing']],
    [
      'no insurance number',
      { patient: { kvnr: null } },
      ['01670 incomplete kvnr_missing', '01671 incomplete kvnr_missing'],
    ],
    [
      'privately insured',
      { patient: { insuranceKind: 'PKV' } },
      ['01670 not_billable insurance_not_statutory', '01671 not_billable insurance_not_statutory'],
    ],
    [
      'no consent',
      { consent: 'none' },
      ['01670 incomplete consent_missing', '01671 incomplete consent_missing'],
    ],
    [
      'consent revoked before it began',
      { consent: 'revoked' },
      ['01670 not_billable consent_revoked', '01671 not_billable consent_revoked'],
    ],
    [
      'consent given by word of mouth: no proof of a contact in the quarter',
      { consent: 'verbal' },
      ['01670 billable contact_in_quarter_unconfirmed', '01671 billable channel_unconfirmed'],
    ],
    [
      'no diagnosis',
      { request: { diagnoses: [] } },
      ['01670 incomplete question_missing', '01671 billable channel_unconfirmed'],
    ],
    [
      'by phone alone',
      { minutes: 0, consultation: { byPhone: true } },
      ['01670 not_billable phone_only', '01671 not_billable phone_only too_short'],
    ],
    [
      'continued by phone',
      { consultation: { byPhone: true } },
      ['01670 billable continued_by_phone', '01671 billable continued_by_phone channel_unconfirmed'],
    ],
    [
      'a requester without a valid physician number',
      { from: 'otherPractice', request: { requesterPractitionerId: null } },
      ['01670 incomplete requester_lanr_missing', '01671 incomplete requester_lanr_missing'],
    ],
    [
      'a care home in an urgent case',
      { from: 'careHome', patient: { kvnr: null } },
      [
        '01670 not_billable requester_not_contracted',
        '01671 not_billable requester_not_contracted',
        'P-HEIM-EIL billable amount_not_agreed',
      ],
    ],
  ])('%s', async (_what, change, expected) => {
    expect(await decided(change)).toEqual(expected);
  });

  it('is counted in the quarter of the wall clock', async () => {
    await decided({ at: '2026-12-31T23:10:00Z' });
    const rows = await app.database.sql('SELECT DISTINCT quarter FROM billable_event');
    expect(rows).toEqual([{ quarter: '2027Q1' }]);
  });
});

describe('what comes later', () => {
  it('the final report makes the assessment billable', async () => {
    const { requestId } = await consult(app, { report: false });
    await app.settle();
    await report(app, requestId, '2026-11-23T15:00:00Z');
    await app.settle();
    expect(await said(requestId)).toEqual(['01670 billable', '01671 billable channel_unconfirmed']);
  });

  it('an insurance number that is added on the screen makes both billable', async () => {
    const { requestId, patientId } = await consult(app, { patient: { kvnr: null } });
    await app.settle();
    const physician = await app.signIn('physician');
    const answer = await physician.patch(`/api/patients/${patientId}`).send({ kvnr: 'X110411675' });
    expect(answer.status).toBe(200);
    await app.settle();
    expect(await said(requestId)).toEqual(['01670 billable', '01671 billable channel_unconfirmed']);
  });

  it('a physician number that is corrected in the directory lets waiting events go', async () => {
    const { id } = practitioners.physician;
    await app.database.sql('UPDATE practitioner SET lanr = null WHERE id = $1', [id]);
    const { requestId } = await consult(app);
    await app.settle();
    expect((await said(requestId))[0]).toBe('01670 incomplete requester_lanr_missing');
    await giveNumbers(app);
    await app.deps.db.system((tx) =>
      app.deps.record(tx, null, {
        type: 'organisation.changed',
        subject: { kind: 'practitioner', id },
        payload: { organisationId: organisations.practice.id },
      }),
    );
    await app.settle();
    expect(await said(requestId)).toEqual(['01670 billable', '01671 billable channel_unconfirmed']);
  });

  it('deciding again changes nothing and says nothing', async () => {
    const { requestId } = await consult(app);
    await app.settle();
    const counted = () => app.database.sql(`SELECT count(*) FROM event_log WHERE type = 'billing.decided'`);
    const before = await counted();
    const again = await app.deps.db.system((tx) => decideBilling(app.deps, tx, requestId));
    expect(again).toBe(false);
    expect(await counted()).toEqual(before);
  });
});

describe('limits', () => {
  it('hold for one insured person over practices that each keep an own record', async () => {
    const first = await consult(app);
    await app.settle();
    const second = await consult(app, { from: 'otherPractice', at: '2026-11-24T09:00:00Z' });
    await app.settle();
    expect((await said(first.requestId))[1]).toBe('01671 billable channel_unconfirmed');
    // The other practice has its own two requests; the hospital's group bills the person once.
    expect(await said(second.requestId)).toEqual([
      '01670 billable',
      '01671 not_billable limit_per_specialty_group_case',
    ]);
    const third = await consult(app, {
      from: 'otherPractice',
      department: 'neurology',
      patientId: second.patientId,
    });
    await app.settle();
    expect((await said(third.requestId))[1]).toBe('01671 billable channel_unconfirmed');
  });

  it('are never broken by decisions made at the same moment', async () => {
    const { patientId, requestId } = await consult(app);
    const others = [];
    for (let n = 0; n < 5; n += 1) others.push((await consult(app, { patientId })).requestId);
    await Promise.all(
      [requestId, ...others].map((id) => app.deps.db.system((tx) => decideBilling(app.deps, tx, id))),
    );
    const billable = await app.database.sql(
      `SELECT code, count(*)::int AS events FROM billable_event WHERE status = 'billable' GROUP BY code ORDER BY code`,
    );
    expect(billable).toEqual([
      { code: '01670', events: 2 },
      { code: '01671', events: 1 },
    ]);
  });
});

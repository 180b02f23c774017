import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideBilling } from '../../server/modules/billing/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { consult, giveNumbers } from '../support/consulted.ts';
import { organisations } from '../support/world.ts';

let app: TestApp;
let admin: Agent;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T12:00:00Z' });
  await giveNumbers(app);
  admin = await app.signIn('networkAdmin');
});
afterAll(() => app.close());

const quarter = '2026Q4';
const people = ['A123456780', 'T123456780', 'X110411675', 'K220635158', 'A000500015'];
let taken = 0;
/** A person's first consultation of the quarter: 01670 and 01671 are billable. */
const billable = (change: Parameters<typeof consult>[1] = {}) => {
  const kvnr = people[taken];
  if (!kvnr) throw new Error('no insurance number left for another person');
  taken += 1;
  return consult(app, { ...change, patient: { kvnr, ...change.patient } });
};
const preview = () => admin.get('/api/billing/exports/preview').query({ quarter });
const exportNow = (expected?: { rows: number; sumCents: number }) =>
  admin.post('/api/billing/exports').send({ quarter, ...(expected ? { expected } : {}) });
const bytesOf = async (id: string) =>
  admin
    .get(`/api/billing/exports/${id}/file`)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

describe('an export', () => {
  it('refuses an empty quarter', async () => {
    const { status, body } = await exportNow();
    expect([status, body.error.code]).toEqual([409, 'nothing_to_export']);
    expect((await preview()).body).toMatchObject({ rows: 0, sumCents: 0, number: 1, lines: [] });
  });

  it('shows first what it would hold, and records whose data it showed', async () => {
    const { patientId } = await billable();
    await billable({ report: false, at: '2026-11-23T10:00:00Z' });
    await app.settle();
    const { status, body } = await preview();
    expect(status).toBe(200);
    // The second one's request is billable, its assessment waits for the report.
    expect(body).toMatchObject({
      rows: 3,
      sumCents: 2 * 1401 + 1631,
      incomplete: { events: 1, cents: 1631 },
      codes: [
        { tariff: 'EBM', code: '01670', quantity: 2, cents: 2802 },
        { tariff: 'EBM', code: '01671', quantity: 1, cents: 1631 },
      ],
      organisations: [
        { name: organisations.practice.name, events: 2, cents: 2802 },
        { name: organisations.hospital.name, events: 1, cents: 1631 },
      ],
      remarks: [{ reason: 'channel_unconfirmed', events: 1 }],
    });
    expect(body.lines).toHaveLength(3);
    const [seen] = await app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' AND subject_id = 'billing-preview' ORDER BY id DESC`,
    );
    expect(seen?.payload.patientIds).toContain(patientId);
  });

  it('is refused when it is no longer what the preview showed', async () => {
    const { status, body } = await exportNow({ rows: 2, sumCents: 2802 });
    expect([status, body.error.code, body.error.data]).toEqual([
      409,
      'export_changed',
      { rows: 3, sumCents: 4433 },
    ]);
  });

  it('takes each event once, though two are closed at the same moment', async () => {
    const answers = await Promise.all([exportNow(), exportNow(), exportNow()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const batches = await app.database.sql('SELECT number, rows, sum_cents FROM export_batch');
    expect(batches).toEqual([{ number: 1, rows: 3, sum_cents: 4433 }]);
    const [events] = await app.database.sql(
      'SELECT count(*)::int AS exported FROM billable_event WHERE batch_id IS NOT NULL',
    );
    expect(events).toEqual({ exported: 3 });
  });

  it('gives the same file twice, byte for byte, under the checksum that the batch names', async () => {
    const [batch] = (await admin.get('/api/billing/exports').query({ quarter })).body.exports;
    expect(batch).toMatchObject({
      number: 1,
      quarter,
      rows: 3,
      sumCents: 4433,
      createdBy: 'Test networkAdmin',
    });
    const first = await bytesOf(batch.id);
    // Whatever changes afterwards.
    await app.database.sql(`UPDATE organisation SET name = 'Anders' WHERE id = $1`, [
      organisations.practice.id,
    ]);
    const second = await bytesOf(batch.id);
    expect(first.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(first.headers['content-disposition']).toBe(
      'attachment; filename="leistungsnachweis-2026Q4-0001.csv"',
    );
    expect(createHash('sha256').update(first.body).digest('hex')).toBe(batch.checksum);
    expect(second.body.equals(first.body)).toBe(true);
    const viewed = await app.database.sql(
      `SELECT jsonb_array_length(payload->'patientIds') AS patients FROM event_log
       WHERE type = 'billing.viewed' AND subject_id = $1`,
      [batch.id],
    );
    expect(viewed).toEqual([{ patients: 2 }, { patients: 2 }]);
  });

  it('is a CSV that a German spreadsheet opens', async () => {
    const [batch] = (await admin.get('/api/billing/exports')).body.exports;
    const file: Buffer = (await bytesOf(batch.id)).body;
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = file.toString('utf8').slice(1);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [headers = [], ...rows] = lines.map((line) => line.split(';'));
    expect(rows).toHaveLength(3);
    const record = Object.fromEntries(headers.map((header, at) => [header, rows[1]?.[at]]));
    expect(record).toEqual({
      Leistungsnachweis: '1',
      Quartal: '2026Q4',
      Zeile: '2',
      Konsil: expect.stringMatching(/^K-\d{6}$/),
      KVNR: 'A123456780',
      Geburtsdatum: '12.05.1948',
      Versicherung: 'GKV',
      Kostenträger: 'Testkasse',
      'Kostenträger-IK': '109519005',
      'Diagnosen (ICD-10-GM)': 'I48.0 G',
      Tarif: 'EBM',
      GOP: '01671',
      Leistung: '01671 Telekonsiliarische Beurteilung',
      Datum: '23.11.2026',
      Uhrzeit: '10:00',
      'Dauer (volle Minuten)': '12',
      Anzahl: '1',
      'Punkte je Leistung': '128',
      'Orientierungswert (Cent)': '12,7404',
      'Betrag (EUR)': '16,31',
      'Abrechnende Seite': 'konsiliarisch',
      'Anfragende Einrichtung': 'Praxis Muster',
      'Anfragend LANR': '123456601',
      'Anfragend BSNR': '170000100',
      'Anfragend IK': '',
      'Konsiliarische Einrichtung': 'Klinikum Testfeld',
      'Konsiliarisch LANR': '000003804',
      'Konsiliarisch BSNR': '',
      'Konsiliarisch IK': '260326822',
      Einwilligung: 'Patientin/Patient, schriftlich, 23.11.2026',
      'Bericht abgeschlossen': '23.11.2026 10:21',
      'Bericht übermittelt': 'Plattform',
      Hinweise: 'Bericht über die Plattform übermittelt, nicht über KIM',
      Tarifstand: 'EBM-2026.1',
    });
  });

  it('leaves what left as it left, whatever is decided or done later', async () => {
    const [event] = await app.database.sql<{ id: string; request_id: string }>(
      `SELECT id, request_id FROM billable_event WHERE batch_id IS NOT NULL AND code = '01671'`,
    );
    await app.database.sql('UPDATE consultation SET present_seconds = 30 WHERE request_id = $1', [
      event?.request_id,
    ]);
    await app.deps.db.system((tx) =>
      app.deps.record(tx, null, {
        type: 'consultation.closed',
        subject: { kind: 'consultation', id: 'again' },
        requestId: event!.request_id,
      }),
    );
    await app.settle();
    const [after] = await app.database.sql('SELECT status, amount_cents FROM billable_event WHERE id = $1', [
      event?.id,
    ]);
    expect(after).toEqual({ status: 'billable', amount_cents: 1631 });
    const owner = (sql: string) => app.database.sql(sql, [event?.id]);
    await expect(owner('UPDATE billable_event SET amount_cents = 1 WHERE id = $1')).rejects.toThrow(
      /was exported/,
    );
    await expect(owner('UPDATE billable_event SET batch_id = null WHERE id = $1')).rejects.toThrow(
      /was exported/,
    );
    await expect(owner('DELETE FROM billable_event WHERE id = $1')).rejects.toThrow(/was exported/);
    await expect(app.database.sql('UPDATE export_batch SET sum_cents = 0')).rejects.toThrow(/append-only/);
  });

  it('lets nothing leave that is not billable', async () => {
    await expect(
      app.database.sql(
        `UPDATE billable_event SET batch_id = (SELECT id FROM export_batch LIMIT 1) WHERE status = 'incomplete'`,
      ),
    ).rejects.toThrow(/billable_event_exported/);
  });

  it('goes on with the next number for what became billable later; a repeated call gets the same batch', async () => {
    await billable({ at: '2026-11-20T08:00:00Z' });
    await app.settle();
    const send = () =>
      admin.post('/api/billing/exports').set('Idempotency-Key', 'export-november').send({ quarter });
    const [first, again] = [await send(), await send()];
    expect(first.body).toMatchObject({ number: 2, rows: 2 });
    expect(again.body).toEqual(first.body);
    const other = await admin
      .post('/api/billing/exports')
      .set('Idempotency-Key', 'export-november')
      .send({ quarter: '2026Q3' });
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency_key_reused']);
    const [told] = await app.database.sql(
      `SELECT payload FROM event_log WHERE type = 'billing.exported' ORDER BY id DESC LIMIT 1`,
    );
    expect(told?.payload).toMatchObject({ number: 2, rows: 2, quarter, checksum: first.body.checksum });
  });

  it('and decisions made at the same moment neither wait for ever nor change what left', async () => {
    const { patientId } = await billable({ at: '2026-11-22T08:00:00Z', minutes: 21 });
    await app.settle();
    const requests = await app.database.sql<{ id: string }>(
      'SELECT id FROM consult_request WHERE patient_id = $1',
      [patientId],
    );
    // What is decided anew differs: one step of five minutes less.
    await app.database.sql('UPDATE consultation SET present_seconds = 960 WHERE request_id = $1', [
      requests[0]?.id,
    ]);
    const answers = await Promise.all([
      exportNow(),
      ...Array.from({ length: 4 }, () =>
        app.deps.db.system((tx) => decideBilling(app.deps, tx, requests[0]?.id ?? '')),
      ),
      exportNow(),
    ]);
    const made = answers.flatMap((answer) =>
      typeof answer === 'object' && answer.status === 201 ? [answer.body] : [],
    );
    expect(made).toHaveLength(1);
    const [stored] = await app.database.sql<{ cents: number }>(
      'SELECT sum(amount_cents)::int AS cents FROM billable_event WHERE batch_id = $1',
      [made[0].id],
    );
    expect(stored?.cents).toBe(made[0].sumCents);
    expect([1401 + 1631 + 2 * 828, 1401 + 1631 + 828]).toContain(made[0].sumCents);
  });

  it('disarms cells that a spreadsheet would run as a formula', async () => {
    await app.database.sql(`UPDATE organisation SET name = '=HYPERLINK("x";"y")' WHERE id = $1`, [
      organisations.practice.id,
    ]);
    await billable({ at: '2026-11-21T08:00:00Z', patient: { payerName: '@SUM(A1)' } });
    await app.settle();
    const { body } = await exportNow();
    const text = (await bytesOf(body.id)).body.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""x"";""y"")"`);
    expect(text).toContain(`;'@SUM(A1);`);
    expect(text).not.toMatch(/[;\n]"?[=+@-]/);
  });
});

it('names a quarter that does not exist, and knows no other fields', async () => {
  const send = (body: object) => admin.post('/api/billing/exports').send(body);
  const wrong = await send({ quarter: '2026Q5' });
  expect([wrong.status, wrong.body.error.fields]).toEqual([422, { quarter: 'quarter_invalid' }]);
  const more = await send({ quarter, force: true });
  expect([more.status, more.body.error.fields]).toEqual([422, { force: 'unknown_field' }]);
  const missing = await admin.get('/api/billing/exports/00000000-0000-8000-8000-000000000000/file');
  expect([missing.status, missing.body.error.code]).toEqual([404, 'export_not_found']);
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exporting, openExporting, quarter } from '../support/exporting.ts';
import { organisations } from '../support/world.ts';

let world: Exporting;
beforeAll(async () => {
  world = await openExporting();
});
afterAll(() => world.app.close());

describe('an export', () => {
  it('refuses an empty quarter', async () => {
    const { status, body } = await world.exportNow();
    expect([status, body.error.code]).toEqual([409, 'nothing_to_export']);
    expect((await world.preview()).body).toMatchObject({ rows: 0, sumCents: 0, number: 1, lines: [] });
  });

  it('shows first what it would hold, and records whose data it showed', async () => {
    const { patientId } = await world.billable();
    await world.billable({ report: false, at: '2026-11-23T10:00:00Z' });
    await world.app.settle();
    const { status, body } = await world.preview();
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
    const [seen] = await world.app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' AND subject_id = 'billing-preview' ORDER BY id DESC`,
    );
    expect(seen?.payload.patientIds).toContain(patientId);
  });

  it('is refused when it is no longer what the preview showed', async () => {
    const { status, body } = await world.exportNow({ rows: 2, sumCents: 2802 });
    expect([status, body.error.code, body.error.data]).toEqual([
      409,
      'export_changed',
      { rows: 3, sumCents: 4433 },
    ]);
  });

  it('takes each event once, though two are closed at the same moment', async () => {
    const answers = await Promise.all([world.exportNow(), world.exportNow(), world.exportNow()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const batches = await world.app.database.sql('SELECT number, rows, sum_cents FROM export_batch');
    expect(batches).toEqual([{ number: 1, rows: 3, sum_cents: 4433 }]);
    const [events] = await world.app.database.sql(
      'SELECT count(*)::int AS exported FROM billable_event WHERE batch_id IS NOT NULL',
    );
    expect(events).toEqual({ exported: 3 });
  });

  it('gives the same file twice, byte for byte, under the checksum that the batch names', async () => {
    const [batch] = (await world.admin.get('/api/billing/exports').query({ quarter })).body.exports;
    expect(batch).toMatchObject({
      number: 1,
      quarter,
      rows: 3,
      sumCents: 4433,
      createdBy: 'Test networkAdmin',
    });
    const first = await world.bytesOf(batch.id);
    // Whatever changes afterwards.
    await world.app.database.sql(`UPDATE organisation SET name = 'Anders' WHERE id = $1`, [
      organisations.practice.id,
    ]);
    const second = await world.bytesOf(batch.id);
    expect(first.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(first.headers['content-disposition']).toBe(
      'attachment; filename="leistungsnachweis-2026Q4-0001.csv"',
    );
    expect(createHash('sha256').update(first.body).digest('hex')).toBe(batch.checksum);
    expect(second.body.equals(first.body)).toBe(true);
    const viewed = await world.app.database.sql(
      `SELECT jsonb_array_length(payload->'patientIds') AS patients FROM event_log
       WHERE type = 'billing.viewed' AND subject_id = $1`,
      [batch.id],
    );
    expect(viewed).toEqual([{ patients: 2 }, { patients: 2 }]);
  });

  it('is a CSV that a German spreadsheet opens', async () => {
    const [batch] = (await world.admin.get('/api/billing/exports')).body.exports;
    const file: Buffer = (await world.bytesOf(batch.id)).body;
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

  it('disarms cells that a spreadsheet would run as a formula', async () => {
    await world.app.database.sql(`UPDATE organisation SET name = '=HYPERLINK("x";"y")' WHERE id = $1`, [
      organisations.practice.id,
    ]);
    await world.billable({ at: '2026-11-21T08:00:00Z', patient: { payerName: '@SUM(A1)' } });
    await world.app.settle();
    const { body } = await world.exportNow();
    const text = (await world.bytesOf(body.id)).body.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""x"";""y"")"`);
    expect(text).toContain(`;'@SUM(A1);`);
    expect(text).not.toMatch(/[;\n]"?[=+@-]/);
  });
});

it('names a quarter that does not exist, and knows no other fields', async () => {
  const send = (body: object) => world.admin.post('/api/billing/exports').send(body);
  const wrong = await send({ quarter: '2026Q5' });
  expect([wrong.status, wrong.body.error.fields]).toEqual([422, { quarter: 'quarter_invalid' }]);
  const more = await send({ quarter, force: true });
  expect([more.status, more.body.error.fields]).toEqual([422, { force: 'unknown_field' }]);
  const missing = await world.admin.get('/api/billing/exports/00000000-0000-8000-8000-000000000000/file');
  expect([missing.status, missing.body.error.code]).toEqual([404, 'export_not_found']);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideBilling } from '../../server/modules/billing/index.ts';
import { type Exporting, openExporting, quarter } from '../support/exporting.ts';

let world: Exporting;
beforeAll(async () => {
  world = await openExporting();
  await world.billable();
  await world.billable({ report: false, at: '2026-11-23T10:00:00Z' });
  await world.app.settle();
  await world.exportNow().expect(201);
});
afterAll(() => world.app.close());

describe('after an export', () => {
  it('leaves what left as it left, whatever is decided or done later', async () => {
    const [event] = await world.app.database.sql<{ id: string; request_id: string }>(
      `SELECT id, request_id FROM billable_event WHERE batch_id IS NOT NULL AND code = '01671'`,
    );
    await world.app.database.sql('UPDATE consultation SET present_seconds = 30 WHERE request_id = $1', [
      event?.request_id,
    ]);
    await world.app.deps.db.system((tx) =>
      world.app.deps.record(tx, null, {
        type: 'consultation.closed',
        subject: { kind: 'consultation', id: 'again' },
        requestId: event!.request_id,
      }),
    );
    await world.app.settle();
    const [after] = await world.app.database.sql(
      'SELECT status, amount_cents FROM billable_event WHERE id = $1',
      [event?.id],
    );
    expect(after).toEqual({ status: 'billable', amount_cents: 1631 });
    const owner = (sql: string) => world.app.database.sql(sql, [event?.id]);
    await expect(owner('UPDATE billable_event SET amount_cents = 1 WHERE id = $1')).rejects.toThrow(
      /was exported/,
    );
    await expect(owner('UPDATE billable_event SET batch_id = null WHERE id = $1')).rejects.toThrow(
      /was exported/,
    );
    await expect(owner('DELETE FROM billable_event WHERE id = $1')).rejects.toThrow(/was exported/);
    await expect(world.app.database.sql('UPDATE export_batch SET sum_cents = 0')).rejects.toThrow(
      /append-only/,
    );
  });

  it('lets nothing leave that is not billable', async () => {
    await expect(
      world.app.database.sql(
        `UPDATE billable_event SET batch_id = (SELECT id FROM export_batch LIMIT 1) WHERE status = 'incomplete'`,
      ),
    ).rejects.toThrow(/billable_event_exported/);
  });

  it('goes on with the next number for what became billable later; a repeated call gets the same batch', async () => {
    await world.billable({ at: '2026-11-20T08:00:00Z' });
    await world.app.settle();
    const send = () =>
      world.admin.post('/api/billing/exports').set('Idempotency-Key', 'export-november').send({ quarter });
    const [first, again] = [await send(), await send()];
    expect(first.body).toMatchObject({ number: 2, rows: 2 });
    expect(again.body).toEqual(first.body);
    const other = await world.admin
      .post('/api/billing/exports')
      .set('Idempotency-Key', 'export-november')
      .send({ quarter: '2026Q3' });
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency_key_reused']);
    const [told] = await world.app.database.sql(
      `SELECT payload FROM event_log WHERE type = 'billing.exported' ORDER BY id DESC LIMIT 1`,
    );
    expect(told?.payload).toMatchObject({ number: 2, rows: 2, quarter, checksum: first.body.checksum });
  });

  it('and decisions made at the same moment neither wait for ever nor change what left', async () => {
    const { patientId } = await world.billable({ at: '2026-11-22T08:00:00Z', minutes: 21 });
    await world.app.settle();
    const requests = await world.app.database.sql<{ id: string }>(
      'SELECT id FROM consult_request WHERE patient_id = $1',
      [patientId],
    );
    // What is decided anew differs: one step of five minutes less.
    await world.app.database.sql('UPDATE consultation SET present_seconds = 960 WHERE request_id = $1', [
      requests[0]?.id,
    ]);
    const answers = await Promise.all([
      world.exportNow(),
      ...Array.from({ length: 4 }, () =>
        world.app.deps.db.system((tx) => decideBilling(world.app.deps, tx, requests[0]?.id ?? '')),
      ),
      world.exportNow(),
    ]);
    const made = answers.flatMap((answer) =>
      typeof answer === 'object' && answer.status === 201 ? [answer.body] : [],
    );
    expect(made).toHaveLength(1);
    const [stored] = await world.app.database.sql<{ cents: number }>(
      'SELECT sum(amount_cents)::int AS cents FROM billable_event WHERE batch_id = $1',
      [made[0].id],
    );
    expect(stored?.cents).toBe(made[0].sumCents);
    expect([1401 + 1631 + 2 * 828, 1401 + 1631 + 828]).toContain(made[0].sumCents);
  });
});

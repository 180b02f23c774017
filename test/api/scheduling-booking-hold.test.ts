import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepHolds } from '../../server/modules/scheduling/index.ts';
import type { Agent, TestApp } from '../support/app.ts';
import {
  bookingDesk,
  clearBookings,
  freeTomorrow,
  hold,
  nine,
  openPractices,
  twentyPast,
} from '../support/booking.ts';
import { insertCase } from '../support/cases.ts';
import { accounts, departments, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const practitionerId = practitioners.specialist.id;

beforeAll(async () => {
  ({ app, practice, other } = await openPractices());
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('a held time', () => {
  it('is taken for others and free for its holder, until it runs out', async () => {
    const held = await hold(practice, nine).expect(201);
    expect(held.body).toMatchObject({
      ...nine,
      endAt: '2026-11-24T08:20:00.000Z',
      heldUntil: '2026-11-23T09:05:00.000Z',
      extendable: true,
    });
    expect(await freeTomorrow(other)).not.toContain(nine.startAt);
    expect(await freeTomorrow(practice)).toContain(nine.startAt);
    const refused = await hold(other, nine).expect(409);
    expect(refused.body.error).toMatchObject({ code: 'slot_taken', fields: { startAt: 'slot_taken' } });
    app.clock.advance(5 * 60_000);
    expect(await freeTomorrow(other)).toContain(nine.startAt);
    await hold(other, nine).expect(201);
  });

  it('is extended once, by its holder', async () => {
    const { id } = (await hold(practice, nine)).body;
    await other.post(`/api/holds/${id}/extend`).expect(404);
    const extended = await practice.post(`/api/holds/${id}/extend`).expect(200);
    expect(extended.body).toMatchObject({ heldUntil: '2026-11-23T09:10:00.000Z', extendable: false });
    expect((await practice.post(`/api/holds/${id}/extend`).expect(409)).body.error.code).toBe(
      'hold_extended',
    );
    app.clock.advance(10 * 60_000);
    expect((await practice.post(`/api/holds/${id}/extend`).expect(409)).body.error.code).toBe('hold_expired');
  });

  it('is given back by hand, by the next hold, and by the sweep', async () => {
    const { id } = (await hold(practice, nine)).body;
    await other.delete(`/api/holds/${id}`).expect(200);
    expect(await freeTomorrow(other)).not.toContain(nine.startAt);
    await hold(practice, twentyPast).expect(201);
    expect(await freeTomorrow(other)).toContain(nine.startAt);
    const again = (await hold(practice, nine)).body.id;
    await practice.delete(`/api/holds/${again}`).expect(200);
    await practice.delete(`/api/holds/${again}`).expect(200);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
    await hold(practice, nine);
    app.clock.advance(5 * 60_000);
    await sweepHolds(app.deps);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    await (await app.signIn('nurse')).post('/api/holds').send(nine).expect(403);
    await (await app.signIn('coordinator')).post('/api/holds').send(nine).expect(403);
  });

  it('tells of its coming and going, whoever ends it', async () => {
    const { id } = (await hold(practice, nine)).body;
    await practice.post(`/api/holds/${id}/extend`).expect(200);
    const { id: second } = (await hold(practice, twentyPast)).body;
    await practice.delete(`/api/holds/${second}`).expect(200);
    const { id: third } = (await hold(practice, nine)).body;
    app.clock.advance(5 * 60_000);
    // Whoever needs the time frees it in the same moment.
    await hold(other, nine).expect(201);
    const told = async (hold: string) =>
      (await bookingDesk(app).events('hold', hold)).map(({ type, payload }) => [type, payload.startAt]);
    expect(await told(id)).toEqual([
      ['hold.made', nine.startAt],
      ['hold.extended', nine.startAt],
      ['hold.released', nine.startAt],
    ]);
    expect(await told(second)).toEqual([
      ['hold.made', twentyPast.startAt],
      ['hold.released', twentyPast.startAt],
    ]);
    expect(await told(third)).toEqual([
      ['hold.made', nine.startAt],
      ['hold.expired', nine.startAt],
    ]);
    app.clock.advance(5 * 60_000);
    await sweepHolds(app.deps);
    const swept = await app.database.sql(
      `SELECT actor_account_id FROM event_log WHERE type = 'hold.expired' ORDER BY id DESC LIMIT 1`,
    );
    expect(swept).toEqual([{ actor_account_id: null }]);
  });

  it('for the waiting list is not the person’s to give up', async () => {
    await app.database.sql(
      `INSERT INTO booking (organisation_id, department_id, practitioner_id, state, start_at, end_at, blocked_from,
         blocked_until, held_until, booked_by_id, waiting_id)
       SELECT organisation_id, $2, $1, 'held', '2026-11-24T08:40Z', '2026-11-24T09:00Z', '2026-11-24T08:40Z',
         '2026-11-24T09:00Z', '2026-11-23T12:00Z', $3, id FROM waiting_entry WHERE id = $4`,
      [practitionerId, departments.cardiology.id, accounts.assistant.id, await waitingEntry()],
    );
    const [{ id } = { id: '' }] = await app.database.sql<{ id: string }>('SELECT id FROM booking');
    await hold(practice, nine).expect(201);
    await practice.delete(`/api/holds/${id}`).expect(200);
    await practice.post(`/api/holds/${id}/extend`).expect(404);
    expect(await freeTomorrow(practice)).not.toContain('2026-11-24T08:40:00.000Z');
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(2);
  });
});

/** An entry of the practice, whose patient and question do not matter here. */
const waitingEntry = async (): Promise<string> => {
  const { id } = await insertCase(app.database, { status: 'waiting' });
  const [row] = await app.database.sql<{ id: string }>(
    `INSERT INTO waiting_entry (request_id, organisation_id, specialty_code, urgency, from_day, entered_by_id)
     SELECT id, requester_organisation_id, specialty_code, 'routine', '2026-11-23', requester_account_id
     FROM consult_request WHERE id = $1 RETURNING id`,
    [id],
  );
  return row?.id ?? '';
};

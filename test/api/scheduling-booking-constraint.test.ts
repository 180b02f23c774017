/** Trying to double-book below the code, in SQL and as the server's own role. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violatedConstraint } from '../../server/kernel/db.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { bookingDesk, nine, twentyPast } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let first = '';
let second = '';

beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app);
  await addRoster(app, { practitionerId: practitioners.secondSpecialist.id, before: 10, after: 10 });
});
/** Two bookings of one practice: at 9:00 and at 9:20, touching one another. */
beforeEach(async () => {
  await app.database.sql('DELETE FROM booking');
  const desk = bookingDesk(app);
  first = (await desk.booked(nine)).bookingId;
  second = (await desk.booked(twentyPast)).bookingId;
});
afterAll(() => app.close());

/** The name of the constraint that refuses a statement of the coordinator's; null = it passes. */
const refusal = async (sql: string, ...values: unknown[]): Promise<string | null> =>
  app.deps.db
    .as(actorOf('coordinator'), (tx) => tx.$executeRawUnsafe(sql, ...values))
    .then(
      () => null,
      (error: unknown) => violatedConstraint(error) ?? String(error),
    );
const copy = (columns: string, values: string) =>
  `INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, booked_by_id, ${columns})
   SELECT request_id, organisation_id, department_id, practitioner_id, booked_by_id, ${values}
   FROM booking WHERE id = $1::uuid`;
const times = 'start_at, end_at, blocked_from, blocked_until';
const at = (from: string, until: string) =>
  [from, until, from, until].map((time) => `timestamptz '2026-11-24T${time}Z'`).join(', ');

describe('the database refuses', () => {
  it.each<[string, string]>([
    ['a second booking', copy(`state, ${times}`, `'booked', ${at('08:00', '08:20')}`)],
    ['a booking over a part', copy(`state, ${times}`, `'booked', ${at('07:30', '08:00:00.001')}`)],
    [
      'a hold',
      copy(`state, held_until, ${times}`, `'held', now() + interval '1 day', ${at('08:19', '08:30')}`),
    ],
    [
      'one whose buffer reaches in',
      `UPDATE booking SET blocked_until = end_at + interval '1 minute' WHERE id = $1::uuid`,
    ],
    [
      'a move',
      `UPDATE booking b SET start_at = b.start_at + d, end_at = b.end_at + d, blocked_from = b.blocked_from + d,
         blocked_until = b.blocked_until + d FROM (SELECT interval '1 minute' AS d) AS by WHERE id = $1::uuid`,
    ],
  ])('%s', async (_, sql) => {
    expect(await refusal(sql, first)).toBe('booking_no_overlap');
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(2);
  });

  it('one that is handed to somebody who is taken, by their buffer alone', async () => {
    const other = practitioners.secondSpecialist.id;
    const { bookingId } = await bookingDesk(app).booked({ practitionerId: other, startAt: nine.startAt });
    expect(
      await refusal('UPDATE booking SET practitioner_id = $2::uuid WHERE id = $1::uuid', second, other),
    ).toBe('booking_no_overlap');
    await bookingDesk(app).cancel('coordinator', bookingId, { reason: 'other' });
    expect(
      await refusal('UPDATE booking SET practitioner_id = $2::uuid WHERE id = $1::uuid', second, other),
    ).toBeNull();
  });

  it('a cancelled one that comes back into a time that is taken', async () => {
    const desk = bookingDesk(app);
    await desk.cancel('assistant', first, { reason: 'other' });
    await desk.booked(nine, 'otherPhysician');
    expect(await refusal(`UPDATE booking SET state = 'booked' WHERE id = $1::uuid`, first)).toBe(
      'booking_no_overlap',
    );
  });

  it('a time that ends before it begins, or blocks less than it lasts', async () => {
    expect(await refusal('UPDATE booking SET end_at = start_at WHERE id = $1::uuid', first)).toBe(
      'booking_order',
    );
    expect(
      await refusal(
        `UPDATE booking SET blocked_until = blocked_from + interval '1 minute' WHERE id = $1::uuid`,
        first,
      ),
    ).toBe('booking_order');
  });
});

describe('overbooking', () => {
  const marked = (reason: string) =>
    copy(
      `state, overbooked, overbook_reason, ${times}`,
      `'booked', true, ${reason}, ${at('08:00', '08:20')}`,
    );

  it('passes when it is marked with its reason, and only then', async () => {
    expect(await refusal(marked('null'), first)).toBe('booking_overbooked');
    expect(await refusal(marked(`''`), first)).toBe('booking_overbooked');
    expect(await refusal(`UPDATE booking SET overbook_reason = 'darum' WHERE id = $1::uuid`, first)).toBe(
      'booking_overbooked',
    );
    expect(await refusal(marked(`'Dringend'`), first)).toBeNull();
    expect(await refusal(marked(`'Noch dringender'`), first)).toBeNull();
  });

  it('does not lose its mark while it overlaps', async () => {
    await refusal(marked(`'Dringend'`), first);
    const unmark = 'UPDATE booking SET overbooked = false, overbook_reason = null WHERE overbooked';
    expect(await refusal(unmark)).toBe('booking_no_overlap');
    await app.database.sql(`UPDATE booking SET state = 'cancelled' WHERE id = $1`, [first]);
    expect(await refusal(unmark)).toBeNull();
  });
});

it.each([
  ['take the constraint away', 'ALTER TABLE booking DROP CONSTRAINT booking_no_overlap'],
  ['rewrite a booking’s history', `UPDATE event_log SET type = 'booking.made'`],
  ['write into its view', 'DELETE FROM booking_history'],
])('the server may not %s', async (_, sql) => {
  expect(await refusal(sql)).toMatch(/permission denied|must be owner|cannot delete from view/);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { book, clearBookings, nine, openPractices, patient } from '../support/booking.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
const practitionerId = practitioners.specialist.id;

beforeAll(async () => {
  ({ app, practice } = await openPractices());
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('the department’s calendar', () => {
  it('shows its bookings without patients', async () => {
    const { bookingId, requestId } = (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
    const coordinator = await app.signIn('coordinator');
    const range = { from: '2026-11-23', until: '2026-11-30' };
    const answer = await coordinator.get('/api/bookings').query(range).expect(200);
    expect(answer.body.bookings).toMatchObject([
      {
        id: bookingId,
        requestId,
        requestStatus: 'planned',
        practitionerId,
        requester: { name: 'Praxis Muster', city: 'Oldenburg' },
      },
    ]);
    expect(answer.text).not.toContain('Buchfeld');
    const neurologist = await app.signIn('neurologist');
    expect((await neurologist.get('/api/bookings').query(range).expect(200)).body.bookings).toEqual([]);
    await practice.get('/api/bookings').query(range).expect(403);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import {
  type BookingDesk,
  bookingDesk,
  clearBookings,
  nine,
  twentyPast,
  twentyTo,
} from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
const second = practitioners.secondSpecialist.id;

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('a booking’s page', () => {
  it('tells its history in order, by whom and from where to where', async () => {
    const { bookingId } = await desk.booked();
    await desk.move('coordinator', bookingId, { ...twentyPast, sequence: 0 });
    await desk.handOver('specialist', bookingId, { practitionerId: second, sequence: 1 });
    await desk.cancel('assistant', bookingId, { reason: 'patient_unable' });
    const page = (await desk.view('secondSpecialist', bookingId)).body;
    const [herzmuster, herzprobe] = ['Dr. med. Test Herzmuster', 'Dr. med. Test Herzprobe'];
    expect(page.history).toMatchObject([
      {
        type: 'booking.made',
        by: { name: 'Test assistant', role: 'assistant' },
        from: null,
        to: { startAt: nine.startAt, practitioner: herzmuster },
        overbooked: false,
      },
      {
        type: 'booking.moved',
        by: { name: 'Test coordinator', role: 'coordinator' },
        from: { startAt: nine.startAt, practitioner: herzmuster },
        to: { startAt: twentyPast.startAt, practitioner: herzmuster },
      },
      {
        type: 'booking.handed_over',
        by: { name: 'Test specialist', role: 'specialist' },
        from: { startAt: twentyPast.startAt, practitioner: herzmuster },
        to: { startAt: twentyPast.startAt, practitioner: herzprobe },
      },
      { type: 'booking.cancelled', by: { role: 'assistant' }, from: null, reason: 'patient_unable' },
    ]);
    expect(page.booking).toMatchObject({
      state: 'cancelled',
      cancelReason: 'patient_unable',
      practitionerName: herzprobe,
      department: { name: 'Kardiologie' },
      organisation: { name: 'Klinikum Testfeld' },
      requester: { name: 'Praxis Muster' },
    });
    expect(Object.values(page.may)).not.toContain(true);
  });

  it('names no patient, and is for its two sides', async () => {
    const { bookingId } = await desk.booked();
    const page = await desk.view('assistant', bookingId);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Buchfeld');
    for (const name of [
      'otherPhysician',
      'neurologist',
      'nurse',
      'networkAdmin',
      'privacyOfficer',
    ] as const) {
      expect((await desk.view(name, bookingId)).body.error?.code).toBe('booking_not_found');
    }
    const { id: holdId } = (await desk.hold('assistant', twentyTo)).body;
    expect((await desk.view('assistant', holdId)).status).toBe(404);
  });

  it('says what its reader may do', async () => {
    const { bookingId } = await desk.booked();
    const may = async (name: Parameters<BookingDesk['view']>[0]) =>
      (await desk.view(name, bookingId)).body.may;
    expect(await may('assistant')).toEqual({
      move: true,
      overbook: false,
      cancel: true,
      handOver: false,
      correct: false,
    });
    expect(await may('coordinator')).toEqual({
      move: true,
      overbook: true,
      cancel: true,
      handOver: true,
      correct: false,
    });
    expect(await may('specialist')).toEqual({
      move: true,
      overbook: false,
      cancel: true,
      handOver: true,
      correct: false,
    });
    expect(await may('secondSpecialist')).toEqual({
      move: false,
      overbook: false,
      cancel: true,
      handOver: false,
      correct: false,
    });
    app.clock.set(nine.startAt);
    expect((await may('coordinator')).correct).toBe(true);
    expect((await may('assistant')).correct).toBe(false);
  });
});

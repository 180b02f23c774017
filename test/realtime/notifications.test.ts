import { afterAll, beforeAll, expect, test } from 'vitest';
import { notificationsChanged } from '../../server/modules/notifications/contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { bookingDesk } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app);
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

test('the open window of whom it concerns hears at once that there is news, and no other', async () => {
  const [specialist, colleague, booker] = await Promise.all([
    sockets.open('specialist'),
    sockets.open('secondSpecialist'),
    sockets.open('assistant'),
  ]);
  const elsewhere: unknown[] = [];
  for (const window of [colleague, booker]) {
    window?.on(notificationsChanged.name, (data: unknown) => elsewhere.push(data));
  }
  const heard = new Promise((resolve) => specialist?.once(notificationsChanged.name, resolve));
  await bookingDesk(app).booked();
  await app.settle();
  expect(await heard).toEqual({});
  expect(elsewhere).toEqual([]);
});

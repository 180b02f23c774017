import type { CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ringMessage, stopMessage } from '../../server/modules/triage/push/push-words.ts';
import type { PushMessage } from '../../server/modules/triage/push-contract.ts';
import type { Visit } from '../support/browser.ts';
import { type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { heading } from './support/press.ts';

const requestId = '01a207d6-0862-734c-94ce-a0dd29db1f88';
const about = {
  requestId,
  urgency: 'immediate',
  department: 'Kardiologie',
  requester: 'Pflegeheim Musterdeich',
} as const;
const ring = ringMessage('de', about);

let network: Network;
let doctor: Visit;
let line: CDPSession;
let registrationId: string;

beforeAll(async () => {
  network = await openNetwork();
  const { primary } = await onCallIn(network.server.database, 'cardiology');
  doctor = await network.enter(primary.email);
  line = await doctor.context.newCDPSession(doctor.page);
  const registered = new Promise<string>((resolve) => {
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations;
      if (one) resolve(one.registrationId);
    });
  });
  await line.send('ServiceWorker.enable');
  await Promise.all([
    doctor.context.waitForEvent('serviceworker'),
    doctor.page.evaluate(async () => {
      await navigator.serviceWorker.register('/push-worker.js');
      await navigator.serviceWorker.ready;
    }),
  ]);
  registrationId = await registered;
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

/** As the browser's push service hands it over, decrypted. */
const deliver = (message: PushMessage) =>
  line.send('ServiceWorker.deliverPushMessage', {
    origin: network.server.url,
    registrationId,
    data: JSON.stringify(message),
  });
/** What stands on the screen, as the browser knows it. */
const shown = () =>
  doctor.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, tag, requireInteraction, data }) => ({
      title,
      body,
      tag,
      requireInteraction,
      data,
    }));
  });

describe('a push to a browser without an open page', () => {
  it('is shown until somebody acts: who asks whom and how urgently, and nobody’s name', async () => {
    await deliver(ring);
    await expect.poll(shown).toEqual([
      {
        title: 'Sofort',
        body: 'Pflegeheim Musterdeich ruft die Kardiologie.',
        tag: requestId,
        requireInteraction: true,
        data: { path: '/warteschlange' },
      },
    ]);
  });

  it('shows one request once, however often it rings', async () => {
    await deliver(ringMessage('de', { ...about, urgency: 'urgent' }));
    await expect.poll(async () => (await shown()).map(({ title }) => title)).toEqual(['Dringend']);
  });

  it('leads to the queue when it is pressed', async () => {
    await doctor.page.goto(`${network.server.url}/konsile`);
    const asked = await press();
    await heading(doctor.page, 'Warteschlange').waitFor();
    expect(new URL(doctor.page.url()).pathname).toBe('/warteschlange');
    expect(asked).toEqual(['focus']);
    await expect.poll(shown).toEqual([]);
  });

  it('is taken away when somebody else has accepted', async () => {
    await deliver(ring);
    await expect.poll(shown).toHaveLength(1);
    await deliver(stopMessage('de', requestId));
    await expect.poll(shown).toEqual([]);
  });

  it('takes nobody out of a consultation: a window beside it is asked for', async () => {
    const room = `${network.server.url}/raum/${requestId}`;
    await deliver(ring);
    await expect.poll(shown).toHaveLength(1);
    await doctor.page.goto(room);
    expect(await press()).toEqual(['open /warteschlange']);
    expect(doctor.page.url()).toBe(room);
  });

  it('opens the queue where no window is open', async () => {
    await deliver(ring);
    await expect.poll(shown).toHaveLength(1);
    await doctor.page.goto('about:blank');
    expect(await press()).toEqual(['open /warteschlange']);
  });
});

/**
 * Presses the notification: the worker hears what the browser would tell it. A browser without a screen has nothing to
 * press, and lets a worker open or raise a window only after a real press; that it asks for it is what is seen here.
 * @returns what it asked for
 */
const press = async (): Promise<string[]> => {
  const [worker] = doctor.context.serviceWorkers();
  if (!worker) throw new Error('the worker does not run');
  return worker.evaluate<string[]>(`(async () => {
    const asked = [];
    WindowClient.prototype.focus = async () => void asked.push('focus');
    clients.openWindow = async (path) => void asked.push('open ' + path);
    const [notification] = await registration.getNotifications();
    const event = new NotificationEvent('notificationclick', { notification });
    let done;
    event.waitUntil = (work) => { done = work; };
    dispatchEvent(event);
    await done;
    return asked;
  })()`);
};

// Rings while no window is open. Plain JavaScript: browsers load it as it is.
self.addEventListener('push', (event) => {
  const message = event.data?.json();
  if (message) event.waitUntil(show(message));
});

async function show({ kind, requestId, title, body }) {
  const shown = await self.registration.getNotifications({ tag: requestId });
  if (kind === 'stop' && shown.length === 0) {
    // Browsers ask that every push shows something: a word that goes by itself.
    await self.registration.showNotification(title, { body, tag: requestId, silent: true });
    for (const one of await self.registration.getNotifications({ tag: requestId })) one.close();
    return;
  }
  if (kind === 'stop') {
    for (const one of shown) one.close();
    return;
  }
  await self.registration.showNotification(title, {
    body,
    tag: requestId,
    renotify: true,
    requireInteraction: true,
    icon: '/favicon.svg',
    vibrate: [400, 200, 400, 200, 400],
    data: { path: '/warteschlange' },
  });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(event.notification.data?.path ?? '/'));
});

/** To a window that shows it already, or another one that may leave what it shows: never out of a consultation. */
async function goTo(path) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const at = ({ url }) => new URL(url).pathname;
  const open =
    windows.find((one) => at(one) === path) ?? windows.find((one) => !at(one).startsWith('/raum/'));
  if (!open) return self.clients.openWindow(path);
  if (at(open) !== path) await open.navigate(path).catch(() => undefined);
  return open.focus();
}

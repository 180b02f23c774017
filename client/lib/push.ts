import { addPushDevice, getPushKey, removePushDevice } from '../../server/modules/triage/push-contract.ts';
import { call } from './call.ts';
import { CallError } from './call-error.ts';

const worker = '/push-worker.js';

/** Whether this browser can ring without an open window. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Whether it does so now. */
export async function isPushOn(): Promise<boolean> {
  if (!canPush()) return false;
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription()) != null && Notification.permission === 'granted';
}

/**
 * Asks the person, then the browser's push service, then tells the server.
 * @throws CallError `push_denied` when the person or the browser says no, `push_failed` when its service does not answer
 */
export async function switchPushOn(): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new CallError('push_denied');
  const { publicKey } = await call(getPushKey, {});
  const registration = await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    .catch((cause: unknown) => {
      throw new CallError('push_failed', { cause });
    });
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new CallError('push_failed');
  await call(addPushDevice, { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
}

export async function switchPushOff(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  await call(removePushDevice, { endpoint });
}

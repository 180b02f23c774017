import type { Subscriber } from './kernel/subscriber.ts';
import { billingSubscriber } from './modules/billing/subscribers.ts';
import { notificationsSubscriber } from './modules/notifications/subscribers.ts';
import { waitingSubscriber } from './modules/scheduling/index.ts';
import { pushSubscriber } from './modules/triage/index.ts';

/** Which module hears which event: the one list. */
export const subscribers: readonly Subscriber[] = [
  waitingSubscriber,
  pushSubscriber,
  billingSubscriber,
  notificationsSubscriber,
];

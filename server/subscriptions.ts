import type { Subscriber } from './kernel/subscriber.ts';
import { billingSubscriber } from './modules/billing/subscribers.ts';
import { notificationsSubscriber } from './modules/notifications/subscribers.ts';

/** Which module hears which event: the one list. */
export const subscribers: readonly Subscriber[] = [billingSubscriber, notificationsSubscriber];

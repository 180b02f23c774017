import type { Subscriber } from './kernel/subscriber.ts';
import { billingSubscriber } from './modules/billing/subscribers.ts';

/** Which module hears which event: the one list. */
export const subscribers: readonly Subscriber[] = [billingSubscriber];

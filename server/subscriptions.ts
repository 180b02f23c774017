import type { Subscriber } from './kernel/subscriber.ts';

/** Which module hears which event: the one list. */
export const subscribers: readonly Subscriber[] = [];

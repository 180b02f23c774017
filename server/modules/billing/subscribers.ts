import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { decideBilling } from './decide-billing.ts';
import { openRequests } from './open-requests.ts';

/** A consultation is judged when it is over and when its report is final; what is open, when what was missing may be there. */
export const billingSubscriber: Subscriber = {
  name: 'billing',
  queue: 'on.billing',
  types: ['consultation.closed', 'report.finalised', 'patient.changed', 'organisation.changed'],
  handle: decideAgain,
};

async function decideAgain(deps: Deps, event: RecordedEvent): Promise<void> {
  const ids = event.requestId ? [event.requestId] : await deps.db.system((tx) => openRequests(tx, event));
  // One transaction each: a decision that fails is tried again without those that were made.
  for (const id of ids) await deps.db.system((tx) => decideBilling(deps, tx, id));
}

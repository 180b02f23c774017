import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import type { EventFacts } from './event-facts.ts';
import { tell } from './tell.ts';

/** A second specialist is asked into a booked consultation; on the screens only, as it is for now. */
export async function tellOfHelper(
  deps: Deps,
  tx: Tx,
  event: RecordedEvent,
  { helper }: EventFacts,
): Promise<void> {
  const { requestId } = event;
  if (!requestId || !helper) return;
  await tell(deps, tx, [helper], {
    kind: 'helper_invited',
    subject: 'bookings',
    cause: `event:${event.id}`,
    requestId,
  });
}

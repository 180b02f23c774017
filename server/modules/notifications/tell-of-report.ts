import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import { askersOf } from './concerned.ts';
import type { EventFacts } from './event-facts.ts';
import { enqueueMails } from './mail/enqueue-mails.ts';
import { tell } from './tell.ts';
import { byEmail, wanting } from './wishes.ts';

/** "Befund neu", to who asked. What is in it is read behind the sign-in only. */
export async function tellOfReport(
  deps: Deps,
  tx: Tx,
  event: RecordedEvent,
  _facts: EventFacts,
): Promise<void> {
  const { requestId } = event;
  if (!requestId) return;
  const cause = `event:${event.id}`;
  const askers = (await askersOf(tx, requestId)).filter((id) => id !== event.actorAccountId);
  await tell(deps, tx, askers, { kind: 'report_finalised', subject: 'reports', cause, requestId });
  const wanted = await wanting(tx, askers, byEmail('reports'));
  await enqueueMails(
    deps,
    tx,
    wanted.map((accountId) => ({ accountId, kind: 'report', cause, requestId })),
  );
}

import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import { concernedBy } from './concerned.ts';
import type { EventFacts } from './event-facts.ts';
import { tell } from './tell.ts';

/** "6 Folgetermine": one notice for all, which leads to the first. Invitations and reminders are each booking's own. */
export async function tellOfSeries(
  deps: Deps,
  tx: Tx,
  event: RecordedEvent,
  facts: EventFacts,
): Promise<void> {
  const first = await tx.booking.findFirst({
    where: { seriesId: event.subjectId },
    orderBy: { startAt: 'asc' },
    select: { id: true, requestId: true, startAt: true },
  });
  if (!first) return;
  const concerned = await concernedBy(tx, first.id);
  const others = concerned.filter(({ accountId }) => accountId !== event.actorAccountId);
  await tell(
    deps,
    tx,
    others.map(({ accountId }) => accountId),
    {
      kind: 'series_made',
      subject: 'bookings',
      cause: `event:${event.id}`,
      bookingId: first.id,
      requestId: first.requestId,
      data: { startAt: first.startAt.toISOString(), ...(facts.count ? { count: facts.count } : {}) },
    },
  );
}

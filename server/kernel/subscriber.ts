import type { Deps } from './deps.ts';
import { type RecordedEvent, recordedEvent } from './events.ts';
import type { QueueName } from './queues.ts';
import { sql } from './statement.ts';

/** A module that must act on an event. */
export type Subscriber = {
  name: string;
  queue: QueueName;
  types: readonly string[];
  /** May run again after a failure: must be idempotent. */
  handle: (deps: Deps, event: RecordedEvent) => Promise<void>;
};

/** Works a subscriber's queue. What was handled once is not handled again, even when the job comes twice. */
export async function startSubscriber(deps: Deps, subscriber: Subscriber): Promise<void> {
  await deps.jobs.work(subscriber.queue, async (data) => {
    const eventId = eventIdOf(data);
    const [handled] = await deps.db.look(
      sql`select 1 from event_handled where subscriber = ${subscriber.name} and event_id = ${eventId}`,
    );
    const event = handled ? null : await recordedEvent(deps.db, eventId);
    if (!event) return;
    await subscriber.handle(deps, event);
    await deps.db.look(
      sql`insert into event_handled (subscriber, event_id) values (${subscriber.name}, ${eventId}) on conflict do nothing`,
    );
  });
}

function eventIdOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'eventId' in data)
    return String(BigInt(String(data.eventId)));
  throw new Error('a subscriber got a job without an event');
}

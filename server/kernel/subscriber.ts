import type { Deps } from './deps.ts';
import type { RecordedEvent } from './events.ts';
import type { QueueName } from './queues.ts';

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
    const event = await deps.db.system(async (tx) => {
      const handled = await tx.eventHandled.findUnique({
        where: { subscriber_eventId: { subscriber: subscriber.name, eventId } },
      });
      return handled ? null : tx.eventLog.findUnique({ where: { id: eventId } });
    });
    if (!event) return;
    await subscriber.handle(deps, event);
    await deps.db.system((tx) =>
      tx.eventHandled.createMany({ data: { subscriber: subscriber.name, eventId }, skipDuplicates: true }),
    );
  });
}

function eventIdOf(data: unknown): bigint {
  if (typeof data === 'object' && data !== null && 'eventId' in data) return BigInt(String(data.eventId));
  throw new Error('a subscriber got a job without an event');
}

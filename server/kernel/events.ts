import type { Cause } from './actor.ts';
import type { Tx } from './db.ts';
import type { Jobs } from './jobs.ts';
import type { QueueName } from './queues.ts';

/** A fact, named in the past tense (`booking.cancelled`). The payload carries ids, codes and numbers, never clinical text or names. */
export type NewEvent = {
  type: string;
  subject: { kind: string; id: string };
  patientId?: string;
  requestId?: string;
  payload?: Record<string, string | number | boolean | null | string[]>;
};

export type RecordEvent = (tx: Tx, cause: Cause, event: NewEvent) => Promise<void>;

/** An event as subscribers and live views read it. */
export type RecordedEvent = {
  id: bigint;
  at: Date;
  type: string;
  actorAccountId: string | null;
  actorOrganisationId: string | null;
  subjectKind: string;
  subjectId: string;
  patientId: string | null;
  requestId: string | null;
  payload: unknown;
};

/** Which subscriber's queue hears which event types. */
export type Subscription = { queue: QueueName; types: readonly string[] };

/** One row in the event log and one job per subscriber, both in the caller's transaction. */
export function createRecord(jobs: Pick<Jobs, 'send'>, subscriptions: readonly Subscription[]): RecordEvent {
  return async (tx, cause, event) => {
    const row = await tx.eventLog.create({
      data: {
        type: event.type,
        actorAccountId: cause?.accountId ?? null,
        actorRole: cause?.role ?? null,
        actorOrganisationId: cause?.organisationId ?? null,
        subjectKind: event.subject.kind,
        subjectId: event.subject.id,
        patientId: event.patientId ?? null,
        requestId: event.requestId ?? null,
        payload: event.payload ?? {},
      },
      select: { id: true },
    });
    for (const { queue, types } of subscriptions) {
      if (types.includes(event.type)) await jobs.send(tx, queue, { eventId: row.id.toString() });
    }
  };
}

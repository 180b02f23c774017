import type { Cause } from './actor.ts';
import { ask, type Db, type Tx } from './db.ts';
import type { Jobs } from './jobs.ts';
import type { QueueName } from './queues.ts';
import { sql } from './statement.ts';

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
    const [row] = await ask<{ id: string }>(
      tx,
      sql`insert into event_log (at, type, actor_account_id, actor_role, actor_organisation_id, subject_kind, subject_id,
          patient_id, request_id, payload)
        values (${new Date()}, ${event.type}, ${cause?.accountId ?? null}, ${cause?.role ?? null},
          ${cause?.organisationId ?? null}, ${event.subject.kind}, ${event.subject.id}, ${event.patientId ?? null},
          ${event.requestId ?? null}, ${JSON.stringify(event.payload ?? {})})
        returning id`,
    );
    for (const { queue, types } of subscriptions) {
      if (types.includes(event.type)) await jobs.send(tx, queue, { eventId: row?.id });
    }
  };
}

/** An event by its id; null when there is none. */
export async function recordedEvent(db: Pick<Db, 'look'>, id: string): Promise<RecordedEvent | null> {
  const [row] = await db.look<Omit<RecordedEvent, 'id'>>(
    sql`select at, type, actor_account_id as "actorAccountId", actor_organisation_id as "actorOrganisationId",
        subject_kind as "subjectKind", subject_id as "subjectId", patient_id as "patientId",
        request_id as "requestId", payload
      from event_log where id = ${id}`,
  );
  return row ? { id: BigInt(id), ...row } : null;
}

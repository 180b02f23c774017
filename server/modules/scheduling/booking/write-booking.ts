import type { Actor } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { Times } from './held-time.ts';

export type Written = {
  id: string;
  requestId: string;
  organisationId: string;
  departmentId: string;
  practitionerId: string;
  poolId: string | null;
  sequence: number;
  startAt: Date;
  endAt: Date;
};

/** A booking of a time that nobody holds. */
export async function insertBooking(
  tx: Tx,
  actor: Actor,
  times: Times,
  requestId: string,
  now: Date,
): Promise<Written> {
  const [row] = await ask<{ id: string }>(
    tx,
    sql`insert into booking (state, request_id, organisation_id, department_id, practitioner_id, pool_id, modality,
        start_at, end_at, blocked_from, blocked_until, booked_by_id, created_at)
      values ('booked', ${requestId}, ${actor.organisationId}, ${times.departmentId}, ${times.practitionerId},
        ${times.poolId}, ${times.modality}, ${times.startAt}, ${times.endAt}, ${times.blockedFrom},
        ${times.blockedUntil}, ${actor.accountId}, ${now})
      returning id`,
  );
  if (!row) throw new Error('a booking that was just made is not there');
  return { ...times, id: row.id, requestId, organisationId: actor.organisationId, sequence: 0 };
}

/** Turns the actor's hold into a booking; null when it is none any more. */
export async function bookHold(
  tx: Tx,
  actor: Actor,
  holdId: string,
  requestId: string,
): Promise<Written | null> {
  const [row] = await ask<Written>(
    tx,
    sql`update booking set state = 'booked', request_id = ${requestId}, held_until = null, updated_at = now()
      where id = ${holdId} and state = 'held' and booked_by_id = ${actor.accountId}
      returning id, request_id as "requestId", organisation_id as "organisationId", department_id as "departmentId",
        practitioner_id as "practitionerId", pool_id as "poolId", sequence, start_at as "startAt", end_at as "endAt"`,
  );
  return row ?? null;
}

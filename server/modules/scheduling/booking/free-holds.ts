import type { Actor, Cause } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { sql } from '../../../kernel/statement.ts';
import { holdEvent } from './booking-event.ts';

export type Freed = {
  id: string;
  practitionerId: string;
  departmentId: string;
  startAt: Date;
  waitingId: string | null;
};

/**
 * Takes away what has run out on these people's time, whoever held it, so that the exclusion constraint no longer
 * counts it. Inside the transaction that needs the time, with their calendars locked.
 */
export async function freeExpiredHolds(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  practitionerIds: readonly string[],
): Promise<void> {
  const freed = await ask<Freed>(
    tx,
    sql`select id, practitioner_id as "practitionerId", department_id as "departmentId", start_at as "startAt",
        waiting_id as "waitingId"
      from free_expired_holds(${[...practitionerIds]}, ${deps.clock.now()})`,
  );
  await tellFreed(deps, tx, cause, 'hold.expired', freed);
}

/**
 * Gives back what a person holds, but for one; what is held for the waiting list is not theirs to give. What has run
 * out is left to who needs its time: two who took each other's away while holding calendars would wait for each other.
 */
export async function giveUpHolds(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { but = null, only = null }: { but?: string | null; only?: string | null } = {},
): Promise<void> {
  const freed = await ask<Freed>(
    tx,
    sql`delete from booking
      where state = 'held' and waiting_id is null and booked_by_id = ${actor.accountId}
        and held_until > ${deps.clock.now()}
        and (${but}::uuid is null or id <> ${but}) and (${only}::uuid is null or id = ${only})
      returning id, practitioner_id as "practitionerId", department_id as "departmentId", start_at as "startAt",
        waiting_id as "waitingId"`,
  );
  await tellFreed(deps, tx, actor, 'hold.released', freed);
}

export async function tellFreed(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  type: 'hold.expired' | 'hold.released',
  freed: readonly Freed[],
): Promise<void> {
  for (const hold of freed) await deps.record(tx, cause, holdEvent(type, hold));
}

import type { Deps } from '../../../kernel/deps.ts';
import { type Freed, tellFreed } from './free-holds.ts';

/**
 * Removes all holds that have run out, so that open windows see the time come back; it waits for nobody who is about
 * one himself. Run by `scheduling.sweep`.
 */
export async function sweepHolds(deps: Deps): Promise<void> {
  await deps.db.system(async (tx) => {
    const freed = await tx.$queryRaw<Freed[]>`
      delete from booking where id in (
        select id from booking where state = 'held' and held_until <= ${deps.clock.now()} for update skip locked)
      returning id::text as id, practitioner_id::text as "practitionerId", department_id::text as "departmentId",
        start_at as "startAt", waiting_id::text as "waitingId"`;
    await tellFreed(deps, tx, null, 'hold.expired', freed);
  });
}

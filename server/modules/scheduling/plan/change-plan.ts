import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { CalendarBooking } from '../booking-contract.ts';
import type { Calendar } from '../time/roster.ts';
import { affectedBookings } from './affected-bookings.ts';

type Change<T extends { id: string }> = {
  type: 'roster.changed' | 'absence.changed' | 'pool.changed';
  kind: 'roster' | 'override' | 'absence' | 'pool';
  change: 'created' | 'changed' | 'removed' | 'overridden' | 'restored';
  /** Whose it is after the change. */
  owner: { departmentId: string; practitionerId?: string | null; poolId?: string | null };
  /** Whose bookings may lose their hours. */
  people: readonly string[];
  /** From a person's calendar as it is to what it would be. */
  to: (calendar: Calendar, practitionerId: string) => Calendar;
  dryRun: boolean | undefined;
  write: () => Promise<T>;
};

/**
 * The one step in which rosters, overridden days, absences and pools change: finds the bookings that would lose their hours,
 * and unless it is a dry run writes the change and records it. The bookings stay: people decide what becomes of them.
 */
export async function changePlan<T extends { id: string }>(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { type, kind, change, owner, people, to, dryRun, write }: Change<T>,
): Promise<{ row: T | null; saved: boolean; affected: CalendarBooking[] }> {
  const { departmentId, practitionerId, poolId } = owner;
  const affected = await affectedBookings(tx, departmentId, people, deps.clock.now(), to);
  if (dryRun) return { row: null, saved: false, affected };
  const row = await write();
  await deps.record(tx, actor, {
    type,
    subject: { kind, id: row.id },
    payload: {
      departmentId,
      ...(practitionerId === undefined ? {} : { practitionerId }),
      ...(poolId ? { poolId } : {}),
      change,
      affected: affected.length,
    },
  });
  return { row, saved: true, affected };
}

import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';

/** Elapsed time before the start, whatever the clock on the wall does in between. */
export const leads = { day: 24 * 60 * 60_000, minutes: 10 * 60_000 } as const;
export type Lead = keyof typeof leads;

/**
 * Reminders of a booking as it stands; those of an earlier time say nothing, as its sequence is another. What lies
 * behind already (a time booked for today) is left out. Twice is harmless.
 */
export async function scheduleReminders(deps: Deps, tx: Tx, bookingId: string): Promise<void> {
  const booking = await tx.booking.findFirst({
    where: { id: bookingId, state: 'booked' },
    select: { sequence: true, startAt: true },
  });
  if (!booking) return;
  const now = deps.clock.now();
  for (const [lead, before] of Object.entries(leads)) {
    const at = new Date(booking.startAt.getTime() - before);
    if (at <= now) continue;
    const data = { bookingId, sequence: booking.sequence, lead };
    await deps.jobs.send(tx, 'notifications.remind', data, { startAfter: at });
  }
}

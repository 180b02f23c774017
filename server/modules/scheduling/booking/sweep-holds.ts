import type { Deps } from '../../../kernel/deps.ts';

/**
 * Removes holds that have run out, so that the exclusion constraint no longer counts them. Run by the queue
 * `scheduling.sweep`, and before every try to take a time. As the system: they are other people's rows.
 */
export async function sweepHolds(deps: Deps): Promise<void> {
  await deps.db.system((tx) =>
    tx.booking.deleteMany({ where: { state: 'held', heldUntil: { lte: deps.clock.now() } } }),
  );
}

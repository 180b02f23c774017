import type { Deps } from '../../../kernel/deps.ts';

/** Who never came into the room is forgotten so long after the link's end, in ms. */
const keptFor = 30 * 86_400_000;

/** Ends invitations by their time, and forgets those that led to no meeting. Part of the queue `consultation.sweep`. */
export async function sweepGuests(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.system(async (tx) => {
    await tx.consultationGuest.updateMany({
      where: { state: { in: ['invited', 'waiting', 'left'] }, expiresAt: { lte: now } },
      data: { state: 'expired', changedAt: now },
    });
    await tx.consultationGuest.deleteMany({
      where: {
        state: { in: ['refused', 'revoked', 'expired'] },
        expiresAt: { lte: new Date(now.getTime() - keptFor) },
        stays: { none: {} },
      },
    });
  });
}

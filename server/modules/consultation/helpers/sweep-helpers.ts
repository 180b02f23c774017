import type { Deps } from '../../../kernel/deps.ts';

/** A second specialist sees the request for so long after the room has closed, in ms: to look something up again. */
const seesFor = 24 * 3_600_000;

/** Ends the parts of second specialists in closed consultations. Part of the queue `consultation.sweep`. */
export async function sweepHelpers(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - seesFor);
  await deps.db.system((tx) =>
    tx.consultationHelper.updateMany({
      where: {
        state: { in: ['invited', 'joined'] },
        request: {
          OR: [
            { consultation: { closedAt: { lt: before } } },
            { status: { in: ['cancelled', 'no_show', 'withdrawn'] } },
          ],
        },
      },
      data: { state: 'left' },
    }),
  );
}

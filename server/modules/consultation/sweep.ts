import type { Deps } from '../../kernel/deps.ts';
import { describe } from '../../kernel/errors.ts';
import { endConsultation } from './close-consultation.ts';
import { sweepGuests } from './guests/sweep-guests.ts';
import { sweepHelpers } from './helpers/sweep-helpers.ts';

/** A running consultation that everybody has left for so long is over, in ms. */
const emptyFor = 2 * 3_600_000;

/**
 * Ends consultations that nobody ended: everyone went and did not come back. They end when the last one left.
 * Run by the queue `consultation.sweep`.
 */
export async function sweepConsultations(deps: Deps): Promise<void> {
  await sweepGuests(deps);
  await sweepHelpers(deps);
  const before = new Date(deps.clock.now().getTime() - emptyFor);
  const left = await deps.db.system((tx) =>
    tx.consultation.findMany({
      where: {
        state: 'running',
        participations: { every: { leftAt: { lt: before } } },
      },
      select: { id: true },
    }),
  );
  for (const { id } of left) {
    // One that cannot be ended must not keep the others open.
    await endLeft(deps, id).catch((error: unknown) =>
      deps.log.error({ consultationId: id, err: describe(error) }, 'a left consultation was not ended'),
    );
  }
}

async function endLeft(deps: Deps, id: string): Promise<void> {
  await deps.db.system(async (tx) => {
    await tx.$queryRaw`select id from consultation where id = ${id}::uuid for update`;
    const row = await tx.consultation.findUniqueOrThrow({
      where: { id },
      include: {
        request: true,
        participations: { orderBy: { leftAt: { sort: 'desc', nulls: 'first' } }, take: 1 },
      },
    });
    const at = row.participations[0]?.leftAt;
    // Closed or entered again since it was found.
    if (row.state !== 'running' || !at) return;
    await endConsultation(deps, tx, null, row, { outcome: null, byPhone: false, at });
  });
}

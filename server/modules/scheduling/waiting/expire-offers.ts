import { z } from 'zod';
import type { Deps } from '../../../kernel/deps.ts';
import { endOffer } from './end-offer.ts';
import { withPatient } from './make-offer.ts';
import { takeList } from './own-entry.ts';

const Data = z.object({ offerId: z.string() });

/** The deadline of one offer has come: a job of its own (`waiting.expire`). What was answered meanwhile stays. */
export async function expireOffer(deps: Deps, data: unknown): Promise<void> {
  await expire(deps, Data.parse(data).offerId);
}

/** The net beneath the jobs, every minute and so soon after a start: deadlines that passed unheard. */
export async function expireOverdue(deps: Deps): Promise<void> {
  const overdue = await deps.db.system((tx) =>
    tx.waitingOffer.findMany({
      where: { state: 'open', expiresAt: { lte: deps.clock.now() } },
      select: { id: true },
      orderBy: { expiresAt: 'asc' },
      take: 500,
    }),
  );
  for (const { id } of overdue) await expire(deps, id);
}

const expire = (deps: Deps, id: string): Promise<void> =>
  deps.db.system(async (tx) => {
    const found = await tx.waitingOffer.findUnique({
      where: { id },
      include: { waiting: { include: withPatient } },
    });
    if (found?.state !== 'open') return;
    const { waiting: entry, ...offer } = found;
    await takeList(tx, entry.specialtyCode);
    await endOffer(deps, tx, null, entry, offer, 'expired');
  });

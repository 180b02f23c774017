import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { Prisma } from '../../../kernel/generated/client.ts';
import { moveRequest } from '../../requests/index.ts';
import { eventOf, lockLadder, whereOf } from '../ladder/ladder-row.ts';
import { againAfter, startRound } from '../ladder/start-round.ts';
import { seenWithin } from './present-accounts.ts';

/** Who has accepted and is neither at a live line nor in the room for so long has vanished, in ms. */
export const vanishedAfter = 20_000;

const hasVanished = (now: Date): Prisma.Sql => {
  const long = new Date(now.getTime() - vanishedAfter);
  return Prisma.sql`u.claimed_at is not null and u.ended_at is null and r.status = 'accepted'
    and u.claimed_at <= ${long} and not ${seenWithin(Prisma.sql`u.claimed_by_id`, now, vanishedAfter)}
    and not exists (
      select 1 from participation s join consultation c on c.id = s.consultation_id
      where c.request_id = u.request_id and s.account_id = u.claimed_by_id
        and (s.left_at is null or s.left_at > ${long})
    )`;
};

/** Gives back to the queue what was accepted by somebody who has vanished since. */
export async function sweepVanished(deps: Deps): Promise<void> {
  const found = await deps.db.system(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select r.id from consult_request r join urgent_request u on u.request_id = r.id
      where r.kind = 'urgent' and ${hasVanished(deps.clock.now())}`,
  );
  for (const { id } of found) {
    await giveBack(deps, id).catch((error: unknown) =>
      deps.log.error({ requestId: id, err: describe(error) }, 'a vanished claim was not given back'),
    );
  }
}

/** To the head of its urgency; who vanished is not rung in this round. Another server may have been faster. */
const giveBack = (deps: Deps, requestId: string): Promise<void> =>
  deps.db.system(async (tx) => {
    const row = await lockLadder(tx, requestId);
    if (!row?.claimedById) return;
    const now = deps.clock.now();
    const freed = await tx.$executeRaw`
      update urgent_request u set claimed_at = null, claimed_by_id = null, came_back_reason = 'vanished',
        came_back_at = ${now}, came_back_from_id = u.claimed_by_id
      from consult_request r where r.id = u.request_id and u.request_id = ${requestId}::uuid and ${hasVanished(now)}`;
    if (freed === 0) return;
    await moveRequest(deps, tx, null, requestId, 'waiting', { providerPractitionerId: null });
    await deps.record(tx, null, {
      type: 'urgent.vanished',
      ...eventOf(row),
      payload: { ...whereOf(row), accountId: row.claimedById },
    });
    const silenced = { accountId: row.claimedById, answer: 'vanished' } as const;
    await startRound(deps, tx, null, requestId, 'vanished', { after: againAfter(row.urgency), silenced });
  });

import type { Tx } from '../../../kernel/db.ts';
import { serialiseAll } from '../../../kernel/lock.ts';
import type { LeftHold } from './candidates.ts';
import type { Match, Waiter } from './rules.ts';

/**
 * Takes every calendar that a look may write to, for its transaction: pools before people, each in order, as bookings
 * take theirs. One after the other in the order of the list, two transactions could wait for each other.
 */
export async function takeCalendars(
  tx: Tx,
  matches: readonly Match<Waiter>[],
  left: readonly LeftHold[],
): Promise<void> {
  const poolIds = [...new Set(matches.flatMap(({ slot }) => slot.poolId ?? []))].sort();
  await serialiseAll(
    tx,
    poolIds.map((id) => `pool:${id}`),
  );
  const members = await tx.poolMember.findMany({
    where: { poolId: { in: poolIds } },
    select: { practitionerId: true },
  });
  const people = [...members, ...left, ...matches.map(({ slot }) => slot)];
  const ids = [...new Set(people.map(({ practitionerId }) => practitionerId))].sort();
  await serialiseAll(
    tx,
    ids.map((id) => `booking:${id}`),
  );
}

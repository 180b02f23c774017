import type { Tx } from '../../../kernel/db.ts';
import { conflict, invalid } from '../../../kernel/errors.ts';
import { serialise } from '../../../kernel/lock.ts';
import { toRoster } from '../finding/load-hours.ts';
import type { RosterFields } from '../roster-contract.ts';
import { rosterProblems, rostersOverlap } from '../time/roster-rules.ts';
import type { RosterOwner } from './plan-owner.ts';
import { asRoster } from './present-plan.ts';

/**
 * Weekly hours must make sense, and not overlap others of the same person (in all departments: nobody sits in two
 * places) or of the same pool. A person's own and a pool's may: both offer the time, and who comes first has it.
 * @param self the roster that is being changed
 * @throws invalid `times_order`, `slot_too_long`; conflict `roster_overlap`; each at its field
 */
export async function checkRoster(
  tx: Tx,
  { departmentId, practitionerId, poolId }: RosterOwner,
  entered: RosterFields,
  self: string | null,
): Promise<void> {
  const fields = rosterProblems(entered);
  const [first] = Object.values(fields);
  if (first) throw invalid(first, { fields });
  await serialise(tx, `roster:${poolId ?? practitionerId}`);
  const others = await tx.roster.findMany({
    where: {
      ...(poolId ? { poolId } : { practitionerId }),
      weekday: entered.weekday,
      ...(self ? { id: { not: self } } : {}),
    },
  });
  const roster = asRoster(self ?? '', departmentId, entered);
  const other = others.map((row) => toRoster(row)).find((one) => rostersOverlap(one, roster));
  if (other) {
    throw conflict('roster_overlap', { fields: { from: 'roster_overlap' }, data: { rosterId: other.id } });
  }
}

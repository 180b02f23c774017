import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { loadOfPool } from '../finding/choose-member.ts';
import { maySeePlan } from '../policy.ts';
import type { poolLoad as endpoint } from '../pool-contract.ts';
import { monthBounds, monthOf, shiftMonth } from '../time/month.ts';

/** How fairly a pool's bookings are spread: this month and the next two, counted as when one is assigned. */
export function viewPoolLoad(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!maySeePlan(actor)) throw forbidden();
  const { departmentId } = actor;
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    const pool = await tx.pool.findFirst({
      where: { id, departmentId, active: true },
      include: { members: { orderBy: { practitionerId: 'asc' } } },
    });
    if (!pool) throw notFound('pool');
    const months = [];
    for (const steps of [0, 1, 2]) {
      const month = shiftMonth(monthOf(now.getTime()), steps);
      const loads = await loadOfPool(tx, id, monthBounds(month).start, now);
      const people = pool.members.map(({ practitionerId }) => ({
        practitionerId,
        bookings: loads.find((load) => load.practitionerId === practitionerId)?.bookings ?? 0,
      }));
      months.push({ month, people });
    }
    return { months };
  });
}

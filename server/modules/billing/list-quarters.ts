import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Reply } from '../../kernel/wire.ts';
import { quarterAt } from '../../kernel/zoned-time.ts';
import type { listQuarters as endpoint } from './contract.ts';
import { maySeeBilling } from './policy.ts';

/** Quarters that hold events of the actor, and the running one. @throws forbidden */
export async function listQuarters(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeBilling(actor)) throw forbidden();
  const current = quarterAt(deps.clock.now().getTime());
  const quarters = await deps.db.as(
    actor,
    (tx) => tx.$queryRaw<{ quarter: string; events: number; open: number }[]>`
      select e.quarter, count(*)::int as events,
        (count(*) filter (where e.status <> 'not_billable' and e.batch_id is null))::int as open
      from billable_event e join billing_case c on c.request_id = e.request_id
      group by e.quarter`,
  );
  if (!quarters.some(({ quarter }) => quarter === current)) {
    quarters.push({ quarter: current, events: 0, open: 0 });
  }
  return { quarters: quarters.sort((a, b) => (a.quarter < b.quarter ? 1 : -1)), current };
}

import type { Actor } from '../../../kernel/actor.ts';
import { asSoftware } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Reply } from '../../../kernel/wire.ts';
import type { listStaff as endpoint } from '../duty-contract.ts';
import { isReachable } from '../ladder/plan-ladder.ts';
import { staffOf } from '../ladder/read-round.ts';
import { maySeeQueue } from '../policy.ts';

/** Who of the own department can be reached now, those on call first. */
export async function listStaff(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { departmentId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const staff = await asSoftware(tx, () => staffOf(tx, departmentId, now));
    return {
      staff: staff
        .filter(({ isNextLevel }) => !isNextLevel)
        .map(({ isNextLevel: _, until, ...one }) => ({
          ...one,
          until: one.status === 'soon' ? (until?.toISOString() ?? null) : null,
          reachable: isReachable(one, one.onCall ?? 'department'),
        }))
        .sort((a, b) => place(a.onCall) - place(b.onCall)),
    };
  });
}

const place = (onCall: string | null): number => ['primary', 'deputy', null].indexOf(onCall);

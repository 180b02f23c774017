import type { Actor } from '../../server/kernel/actor.ts';
import type { Deps } from '../../server/kernel/deps.ts';
import { dateOf, dayBounds, quarterAt, shiftQuarter } from '../../server/kernel/zoned-time.ts';
import { closeBatch, decideMany } from '../../server/modules/billing/index.ts';
import { accounts } from './people.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'record'>;

/**
 * Judges every consultation that is over and was not judged yet, in the order in which they were held: after the seed
 * its history, after a start that was cut short the rest of it. Small transactions, as each has a time limit.
 */
export async function judgeHistory(deps: Needs, until = deps.clock.now()): Promise<void> {
  const waiting = await deps.db.system(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select c.request_id::text as id from consultation c
      where c.closed_at is not null and c.started_at < ${until}
        and not exists (select 1 from billable_event e where e.request_id = c.request_id)
      order by c.started_at, c.id`,
  );
  const ids = waiting.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 200) {
    await deps.db.system((tx) => decideMany(deps, tx, ids.slice(from, from + 200)));
  }
}

/** Closes what was held before this month into batches, as a network administrator does it at each month's end. */
export async function closeMonths(deps: Needs): Promise<void> {
  const now = deps.clock.now();
  const monthStart = new Date(dayBounds(`${dateOf(now.getTime()).slice(0, 7)}-01`).start);
  await judgeHistory(deps, monthStart);
  const current = quarterAt(now.getTime());
  for (const quarter of [shiftQuarter(current, -1), current]) {
    const ready = { quarter, status: 'billable', batchId: null } as const;
    await deps.db.as(administrator(), async (tx) => {
      if ((await tx.billableEvent.count({ where: ready })) > 0) {
        await closeBatch(deps, tx, administrator(), { quarter });
      }
    });
  }
  await judgeHistory(deps);
}

function administrator(): Actor {
  const account = accounts.find(({ role }) => role === 'network_admin');
  if (!account) throw new Error('the demonstration network has no administrator');
  return {
    accountId: account.id,
    role: 'network_admin',
    displayName: account.displayName,
    organisationId: account.organisationId,
    organisationKind: 'network',
    departmentId: null,
    practitionerId: null,
  };
}

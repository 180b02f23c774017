import type { Deps } from '../../../kernel/deps.ts';
import { advanceStep, isRinging } from './advance-step.ts';
import { eventOf, lockLadder, whereOf } from './ladder-row.ts';
import { ringAlong } from './ring-along.ts';

/** Rings along people of these departments who can be reached since: a window was opened, somebody got ready. */
export async function ringForDepartments(deps: Deps, departmentIds: readonly string[]): Promise<void> {
  const ringing = await deps.db.system(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select u.request_id as id from urgent_request u join consult_request r on r.id = u.request_id
      where u.step is not null
        and (r.provider_department_id = any (${[...departmentIds]}::uuid[]) or u.step = 'coordination')
      order by u.raised_at`,
  );
  for (const { id } of ringing) {
    await deps.db.system(async (tx) => {
      const row = await lockLadder(tx, id);
      if (row) await ringAlong(deps, tx, null, row);
    });
  }
}

/** Ends what rings for somebody who is not available any more; where nobody else rings the next step begins. */
export async function stopRingsOf(deps: Deps, accountId: string): Promise<void> {
  const rings = await deps.db.system((tx) =>
    tx.urgentRing.findMany({ where: { accountId, endedAt: null }, select: { requestId: true } }),
  );
  for (const { requestId } of rings) {
    await deps.db.system(async (tx) => {
      const row = await lockLadder(tx, requestId);
      const ended = await tx.urgentRing.updateMany({
        where: { requestId, accountId, endedAt: null },
        data: { endedAt: deps.clock.now(), answer: 'lost' },
      });
      if (!row || ended.count === 0) return;
      await deps.record(tx, null, {
        type: 'urgent.lost',
        ...eventOf(row),
        payload: { ...whereOf(row), stopped: [accountId] },
      });
      if (row.status === 'waiting' && !(await isRinging(tx, requestId))) {
        await advanceStep(deps, tx, null, row, 'lost');
      }
    });
  }
}

import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { listOnCallGaps as endpoint } from '../on-call-contract.ts';
import { findGaps, plannedWithin, type Shift } from './find-gaps.ts';
import { longest } from './list-on-call.ts';

/** Shifts of a department up to an instant, as far back as they matter for its gaps. */
export async function shiftsOf(tx: Tx, departmentId: string, now: Date, until: Date): Promise<Shift[]> {
  const since = new Date(now.getTime() - plannedWithin);
  const rows = await tx.onCallShift.findMany({
    where: { departmentId, startAt: { lt: until }, endAt: { gt: since } },
    select: { level: true, startAt: true, endAt: true },
  });
  return rows.map(({ level, startAt, endAt }) => ({
    level,
    start: startAt.getTime(),
    end: endAt.getTime(),
  }));
}

/** When nobody of a department is on call, or one level is empty. */
export async function listOnCallGaps(
  deps: Deps,
  actor: Actor,
  { departmentId, ...range }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const [from, until] = [new Date(range.from), new Date(range.until)];
  if (until <= from) throw invalid('end_before_start', { fields: { until: 'end_before_start' } });
  if (until.getTime() - from.getTime() > longest) {
    throw invalid('range_too_long', { fields: { until: 'range_too_long' } });
  }
  return deps.db.as(actor, async (tx) => {
    const shifts = await shiftsOf(tx, departmentId, deps.clock.now(), until);
    const gaps = findGaps(shifts, { start: from.getTime(), end: until.getTime() });
    return {
      planned: shifts.length > 0,
      gaps: gaps.map(({ start, end, missing }) => ({
        departmentId,
        startAt: new Date(start).toISOString(),
        endAt: new Date(end).toISOString(),
        missing,
      })),
    };
  });
}

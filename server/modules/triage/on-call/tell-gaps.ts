import type { Deps } from '../../../kernel/deps.ts';
import { findGaps, type Gap, plannedWithin } from './find-gaps.ts';
import { shiftsOf } from './list-gaps.ts';

/** Told once so long before a gap, in ms, and once again shortly before it. */
const ahead = { days: 7 * 86_400_000, hours: 2 * 3_600_000 } as const;
type Notice = keyof typeof ahead;

/**
 * Tells of every coming gap in which nobody at all is on call: once within a week of it, and again two hours before,
 * or at once when it has begun. Run by the queue `triage.gaps`; each is told once, however often it runs.
 */
export async function tellGaps(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  const planning = await deps.db.system((tx) =>
    tx.onCallShift.findMany({
      where: { endAt: { gt: new Date(now.getTime() - plannedWithin) } },
      distinct: ['departmentId'],
      select: { departmentId: true },
    }),
  );
  for (const { departmentId } of planning) await tellGapsOf(deps, departmentId, now);
}

const tellGapsOf = (deps: Deps, departmentId: string, now: Date): Promise<void> =>
  deps.db.system(async (tx) => {
    const until = new Date(now.getTime() + ahead.days);
    const shifts = await shiftsOf(tx, departmentId, now, until);
    const window = { start: now.getTime() - plannedWithin, end: until.getTime() };
    const coming = findGaps(shifts, window).filter(
      ({ missing, end }) => missing === 'everybody' && end > now.getTime(),
    );
    for (const gap of coming) {
      const [startAt, notice] = [new Date(gap.start), noticeFor(gap, now.getTime())];
      const told = await tx.onCallGapNotice.createMany({
        data: { departmentId, startAt, notice, toldAt: now },
        skipDuplicates: true,
      });
      if (told.count === 0) continue;
      await deps.record(tx, null, {
        type: 'on_call.gap',
        subject: { kind: 'department', id: departmentId },
        payload: {
          departmentId,
          startAt: startAt.toISOString(),
          endAt: new Date(gap.end).toISOString(),
          notice,
        },
      });
    }
  });

/** One that is near when it is first seen is told once, as near. Pure. */
const noticeFor = ({ start }: Gap, now: number): Notice => (start - now <= ahead.hours ? 'hours' : 'days');

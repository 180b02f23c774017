import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';

/** The actor's own part in being on call now, with its end. */
export async function ownShift(
  tx: Tx,
  { departmentId, practitionerId }: Pick<Actor, 'departmentId' | 'practitionerId'>,
  now: Date,
): Promise<{ level: 'primary' | 'deputy'; until: string } | null> {
  if (!departmentId || !practitionerId) return null;
  const shift = await tx.onCallShift.findFirst({
    where: { departmentId, practitionerId, startAt: { lte: now }, endAt: { gt: now } },
    orderBy: { level: 'asc' },
    select: { level: true, endAt: true },
  });
  return shift && { level: shift.level, until: shift.endAt.toISOString() };
}

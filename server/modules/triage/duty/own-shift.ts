import type { Actor } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';

/** The actor's own part in being on call now, with its end. */
export async function ownShift(
  tx: Tx,
  { departmentId, practitionerId }: Pick<Actor, 'departmentId' | 'practitionerId'>,
  now: Date,
): Promise<{ level: 'primary' | 'deputy'; until: string } | null> {
  if (!departmentId || !practitionerId) return null;
  const [shift] = await ask<{ level: 'primary' | 'deputy'; endAt: Date }>(
    tx,
    sql`select level::text as level, end_at as "endAt" from on_call_shift
      where department_id = ${departmentId} and practitioner_id = ${practitionerId}
        and start_at <= ${now} and end_at > ${now}
      order by on_call_shift.level limit 1`,
  );
  if (!shift) return null;
  return { level: shift.level, until: shift.endAt.toISOString() };
}

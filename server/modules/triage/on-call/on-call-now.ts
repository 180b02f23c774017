import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { OnCallNow } from '../contract.ts';

type Row = { departmentId: string; level: 'primary' | 'deputy'; id: string; name: string };

/** Who is on call at an instant, per department id. Departments without anybody are missing. */
export async function onCallNow(
  tx: Tx,
  departmentIds: readonly string[],
  at: Date,
): Promise<Map<string, OnCallNow>> {
  const rows = await ask<Row>(
    tx,
    sql`select s.department_id as "departmentId", s.level::text as level, p.id,
      concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name) as name
    from on_call_shift s join practitioner p on p.id = s.practitioner_id
    where s.department_id = any(${[...departmentIds]}::uuid[]) and s.start_at <= ${at} and s.end_at > ${at}`,
  );
  const found = new Map<string, OnCallNow>();
  for (const { departmentId, level, id, name } of rows) {
    const now = found.get(departmentId) ?? { primary: null, deputy: null };
    found.set(departmentId, { ...now, [level]: { id, name } });
  }
  return found;
}

export const onCallOf = async (tx: Tx, departmentId: string, at: Date): Promise<OnCallNow> =>
  (await onCallNow(tx, [departmentId], at)).get(departmentId) ?? { primary: null, deputy: null };

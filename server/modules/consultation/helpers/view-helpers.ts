import type { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import type { UrgentHelper } from '../../triage/helper-contract.ts';

type Row = Omit<z.input<typeof UrgentHelper>, 'department' | 'invitedAt'> & {
  departmentId: string;
  department: string;
  invitedAt: Date;
};

/** Second specialists of a consultation, booked or urgent, in the order in which they were invited. */
export async function viewRoomHelpers(tx: Tx, requestId: string): Promise<z.input<typeof UrgentHelper>[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select h.account_id::text as "accountId", a.display_name as name, d.id::text as "departmentId", d.name as department,
      h.state::text as state, coalesce(b.display_name, '') as "invitedBy", h.invited_at as "invitedAt"
    from (
      select request_id, account_id, state, invited_by_id, invited_at from urgent_helper
      union all select request_id, account_id, state, invited_by_id, invited_at from consultation_helper
    ) h
    join person a on a.id = h.account_id join department d on d.id = a.department_id
    left join person b on b.id = h.invited_by_id
    where h.request_id = ${requestId}::uuid order by h.invited_at, h.account_id`;
  return rows.map(({ departmentId, department, invitedAt, ...row }) => ({
    ...row,
    department: { id: departmentId, name: department },
    invitedAt: invitedAt.toISOString(),
  }));
}

import type { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import type { UrgentHelper } from '../helper-contract.ts';

type Row = {
  accountId: string;
  name: string;
  departmentId: string;
  department: string;
  state: z.infer<typeof UrgentHelper>['state'];
  invitedBy: string | null;
  invitedAt: Date;
};

/** Second specialists of a request, in the order in which they were invited. */
export async function viewHelpers(tx: Tx, requestId: string): Promise<z.input<typeof UrgentHelper>[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select h.account_id as "accountId", a.display_name as name, d.id as "departmentId", d.name as department,
      h.state::text as state, b.display_name as "invitedBy", h.invited_at as "invitedAt"
    from urgent_helper h join person a on a.id = h.account_id join department d on d.id = a.department_id
    left join person b on b.id = h.invited_by_id
    where h.request_id = ${requestId}::uuid order by h.invited_at, h.account_id`;
  return rows.map(({ departmentId, department, invitedBy, invitedAt, ...row }) => ({
    ...row,
    department: { id: departmentId, name: department },
    invitedBy: invitedBy ?? '',
    invitedAt: invitedAt.toISOString(),
  }));
}

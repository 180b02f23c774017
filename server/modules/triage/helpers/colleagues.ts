import type { Tx } from '../../../kernel/db.ts';
import { presentAccounts } from '../presence/present-accounts.ts';

export type ColleagueRow = {
  accountId: string;
  name: string;
  departmentId: string;
  department: string;
  onCall: 'primary' | 'deputy' | null;
  reachable: boolean;
};

/** Specialists of all hospital departments (or the one asked for): those on call and reachable first. Runs as the software itself. */
export const colleagues = (tx: Tx, now: Date, accountId: string | null = null): Promise<ColleagueRow[]> =>
  tx.$queryRaw<ColleagueRow[]>`
    select a.id as "accountId", a.display_name as name, d.id as "departmentId", d.name as department,
      s.level::text as "onCall",
      ${presentAccounts(now)} and (t.status is null or t.status = 'ready' or t.until <= ${now}) as reachable
    from account a
    join department d on d.id = a.department_id and d.active
    join organisation o on o.id = d.organisation_id and o.kind = 'hospital' and o.active
    left join lateral (
      select level from on_call_shift s where s.practitioner_id = a.practitioner_id
        and s.department_id = a.department_id and s.start_at <= ${now} and s.end_at > ${now} order by level limit 1
    ) s on true
    left join duty_status t on t.account_id = a.id
    where a.active and a.role = 'specialist' and (${accountId}::uuid is null or a.id = ${accountId}::uuid)
    order by reachable desc, s.level is null, s.level, d.name, a.display_name limit 500`;

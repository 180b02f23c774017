import { ask, type Tx } from '../../../kernel/db.ts';
import { Prisma } from '../../../kernel/generated/client.ts';
import { composed, sql } from '../../../kernel/statement.ts';
import { presentAccounts } from '../presence/present-accounts.ts';
import { defaultSpecialty } from '../urgent-routing.ts';
import type { LadderRow } from './ladder-row.ts';
import type { Round, Staff } from './plan-ladder.ts';

/** Where a department raises a request to: its own next level, else whom the network asks when nobody knows. */
export async function nextDepartmentOf(tx: Tx, departmentId: string): Promise<string | null> {
  const [found] = await ask<{ id: string }>(
    tx,
    sql`select n.id from department d
    join department n on n.active and n.id <> d.id
      and (n.id = d.next_department_id or (d.next_department_id is null and n.specialty_code = ${defaultSpecialty}))
    join organisation o on o.id = n.organisation_id and o.kind = 'hospital' and o.active
    where d.id = ${departmentId} order by n.level desc, n.name limit 1`,
  );
  return found?.id ?? null;
}

/** Everybody who could be rung for a department at an instant, the next level included. */
export async function staffOf(tx: Tx, departmentId: string, now: Date): Promise<Staff[]> {
  const next = await nextDepartmentOf(tx, departmentId);
  return ask<Staff>(
    tx,
    composed(Prisma.sql`select a.id as "accountId", a.display_name as name, a.role::text as role, s.level::text as "onCall",
      a.department_id <> ${departmentId}::uuid as "isNextLevel", ${presentAccounts(now)} as present,
      case when d.status is null or d.until <= ${now} then 'ready' else d.status::text end as status, d.until
    from account a
    left join lateral (
      select level from on_call_shift s where s.practitioner_id = a.practitioner_id
        and s.department_id = a.department_id and s.start_at <= ${now} and s.end_at > ${now} order by level limit 1
    ) s on true
    left join duty_status d on d.account_id = a.id
    where a.active and a.role in ('specialist', 'coordinator')
      and a.department_id in (${departmentId}::uuid, ${next ?? departmentId}::uuid)
    order by a.display_name, a.id`),
  );
}

type Ring = { accountId: string; isOpen: boolean; isSilent: boolean };

/** A request's present round: who could be rung, who rings, who has answered. */
export async function readRound(tx: Tx, row: LadderRow, now: Date): Promise<Round> {
  const rings = await ask<Ring>(
    tx,
    sql`select account_id as "accountId", bool_or(ended_at is null) as "isOpen",
      bool_or(answer in ('declined', 'vanished') or (answer = 'later' and resumed_at is null)) as "isSilent"
    from urgent_ring where request_id = ${row.requestId} and round = ${row.round} group by account_id`,
  );
  const idsOf = (chosen: Ring[]) => new Set(chosen.map(({ accountId }) => accountId));
  return {
    staff: await staffOf(tx, row.departmentId, now),
    ringing: idsOf(rings.filter(({ isOpen }) => isOpen)),
    silent: idsOf(rings.filter(({ isSilent }) => isSilent)),
  };
}

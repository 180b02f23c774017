import type { Tx } from '../../kernel/db.ts';

export type Concerned = { accountId: string; side: 'requester' | 'provider' };

/**
 * Whose booking it is, as things stand: who booked or asked for it in the practice, the requesting physician, the
 * specialist. Only people who can still sign in.
 */
export function concernedBy(tx: Tx, bookingId: string): Promise<Concerned[]> {
  return tx.$queryRaw<Concerned[]>`
    select a.id as "accountId",
      case when a.organisation_id = b.organisation_id then 'requester' else 'provider' end as side
    from booking b
    join consult_request r on r.id = b.request_id
    join account a on a.active and (
      (a.organisation_id = b.organisation_id
        and (a.id in (b.booked_by_id, r.requester_account_id) or a.practitioner_id = r.requester_practitioner_id))
      or (a.department_id = b.department_id and a.practitioner_id = b.practitioner_id))
    join organisation o on o.id = a.organisation_id and o.active
    where b.id = ${bookingId}::uuid`;
}

/** Who asked for a consult: the person, and the requesting physician. */
export async function askersOf(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select a.id from consult_request r
    join account a on a.active and a.organisation_id = r.requester_organisation_id
      and (a.id = r.requester_account_id or a.practitioner_id = r.requester_practitioner_id)
    join organisation o on o.id = a.organisation_id and o.active
    where r.id = ${requestId}::uuid`;
  return rows.map(({ id }) => id);
}

/** With what a practitioner of the department signs in. */
export async function accountsOf(tx: Tx, practitionerId: string, departmentId: string): Promise<string[]> {
  const rows = await tx.account.findMany({
    where: { practitionerId, departmentId, active: true, organisation: { active: true } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Everybody of these roles in an organisation or a department. */
export async function peopleOf(
  tx: Tx,
  where: { organisationId?: string; departmentId?: string },
  roles: readonly ('physician' | 'assistant' | 'coordinator')[],
): Promise<string[]> {
  const rows = await tx.account.findMany({
    where: { ...where, role: { in: [...roles] }, active: true, organisation: { active: true } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

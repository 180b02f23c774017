import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { Hours } from '../time/roster.ts';
import { departmentPlans } from './department-plans.ts';

type Row = { departmentId: string; version: string | null; countyAgs: string | null };
export type PersonHours = {
  departmentId: string;
  hours: Hours;
  /** County of the organisation that asks; null when none was named. */
  countyAgs: string | null;
};

/**
 * When one person gives consultations, for an organisation that asks or the department itself. One statement while
 * this process knows the department's plan, see `departmentPlans`.
 * @returns null for whom nobody can book
 */
export async function personHours(
  tx: Tx,
  practitionerId: string,
  organisationId: string | null,
  now: Date,
): Promise<PersonHours | null> {
  const [row] = await ask<Row>(
    tx,
    sql`select d.id as "departmentId", v.version, own.county_ags as "countyAgs"
      from practitioner p
      join department d on d.id = p.department_id and d.active
      join organisation o on o.id = d.organisation_id and o.active
      left join plan_version v on v.department_id = d.id
      left join organisation own on own.id = ${organisationId}
      where p.id = ${practitionerId} and p.active`,
  );
  if (!row) return null;
  const { departmentId, countyAgs } = row;
  const version = row.version === null ? null : BigInt(row.version);
  const plans = await departmentPlans(tx, [{ id: departmentId, version }], now);
  const hours = plans.get(departmentId)?.hours.get(practitionerId);
  return hours ? { departmentId, hours, countyAgs } : null;
}

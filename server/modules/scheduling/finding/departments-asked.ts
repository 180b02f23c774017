import type { Actor } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { Asker } from '../time/roster.ts';

/** What free times are asked for: one of the first four, or nothing for all departments. */
export type Scope = {
  specialtyCode?: string | undefined;
  departmentId?: string | undefined;
  practitionerId?: string | undefined;
  poolId?: string | undefined;
  /** Only departments of hospitals in this county. */
  countyAgs?: string | undefined;
};

export type AskedDepartment = {
  id: string;
  name: string;
  specialtyCode: string;
  organisationId: string;
  organisationName: string;
  /** Names what the department's plan is now; null = unknown, so that nothing read before may be used. */
  version: bigint | null;
};

type Row = { countyAgs: string; version: string | null } & {
  [K in keyof Omit<AskedDepartment, 'version'>]: string | null;
};

/** The departments whose times are asked for, by name, and whom rosters with an audience look at. One statement. */
export async function departmentsAsked(
  tx: Tx,
  actor: Actor,
  scope: Scope,
): Promise<{ asker: Asker; departments: AskedDepartment[] }> {
  const is = (value: string | undefined) => value ?? null;
  const rows = await ask<Row>(
    tx,
    sql`select own.county_ags as "countyAgs", d.id, d.name, d.specialty_code as "specialtyCode",
        o.id as "organisationId", o.name as "organisationName", v.version
      from organisation own
      left join (department d join organisation o on o.id = d.organisation_id and o.active) on d.active
        and (${is(scope.specialtyCode)}::text is null or d.specialty_code = ${is(scope.specialtyCode)}::text)
        and (${is(scope.countyAgs)}::text is null or o.county_ags = ${is(scope.countyAgs)}::text)
        and (${is(scope.departmentId)}::uuid is null or d.id = ${is(scope.departmentId)}::uuid)
        and (${is(scope.practitionerId)}::uuid is null
          or d.id = (select p.department_id from practitioner p where p.id = ${is(scope.practitionerId)}::uuid and p.active))
        and (${is(scope.poolId)}::uuid is null
          or d.id = (select p.department_id from pool p where p.id = ${is(scope.poolId)}::uuid and p.active))
      left join plan_version v on v.department_id = d.id
      where own.id = ${actor.organisationId}
      order by d.name, d.id`,
  );
  return {
    asker: { countyAgs: rows[0]?.countyAgs ?? '', organisationId: actor.organisationId },
    departments: rows.flatMap(({ id, name, specialtyCode, organisationId, organisationName, version }) =>
      id && name && specialtyCode && organisationId && organisationName
        ? [
            {
              id,
              name,
              specialtyCode,
              organisationId,
              organisationName,
              version: version === null ? null : BigInt(version),
            },
          ]
        : [],
    ),
  };
}

import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Input } from '../../kernel/wire.ts';
import type * as contract from './contract.ts';
import { mayKeepDirectory } from './policy.ts';
import {
  accountColumns,
  departmentColumns,
  practitionerColumns,
  presentAccount,
  presentDepartment,
  presentPractitioner,
} from './present.ts';

export async function listCounties(deps: Deps, actor: Actor) {
  const counties = await deps.db.as(actor, (tx) => tx.county.findMany({ orderBy: { name: 'asc' } }));
  return { counties };
}

export async function listSpecialties(deps: Deps, actor: Actor) {
  const rows = await deps.db.as(actor, (tx) =>
    tx.specialty.findMany({
      orderBy: { nameDe: 'asc' },
      include: {
        _count: { select: { departments: { where: { active: true, organisation: { active: true } } } } },
      },
    }),
  );
  return {
    specialties: rows.map(({ code, iheCode, nameDe, nameEn, _count }) => ({
      code,
      iheCode,
      nameDe,
      nameEn,
      departments: _count.departments,
    })),
  };
}

export async function listDepartments(
  deps: Deps,
  actor: Actor,
  { specialty }: Input<typeof contract.listDepartments>,
) {
  const rows = await deps.db.as(actor, (tx) =>
    tx.department.findMany({
      where: {
        active: true,
        organisation: { active: true },
        ...(specialty ? { specialtyCode: specialty } : {}),
      },
      orderBy: [{ specialty: { nameDe: 'asc' } }, { organisation: { name: 'asc' } }],
      select: departmentColumns,
    }),
  );
  return { departments: rows.map(presentDepartment) };
}

/** @throws not_found `department_not_found` */
export async function listPractitioners(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof contract.listPractitioners>,
) {
  return deps.db.as(actor, async (tx) => {
    const department = await tx.department.findUnique({ where: { id, active: true }, select: { id: true } });
    if (!department) throw notFound('department');
    const rows = await tx.practitioner.findMany({
      where: { departmentId: id, active: true },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
      select: practitionerColumns,
    });
    return { practitioners: rows.map(presentPractitioner) };
  });
}

/** @throws not_found `organisation_not_found` */
export async function getOrganisation(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof contract.getOrganisation>,
) {
  const keeps = mayKeepDirectory(actor);
  const active = keeps ? {} : { where: { active: true } };
  return deps.db.as(actor, async (tx) => {
    const row = await tx.organisation.findUnique({
      where: { id },
      include: {
        county: { select: { ags: true, name: true } },
        departments: { ...active, orderBy: { name: 'asc' }, select: departmentColumns },
        practitioners: {
          ...active,
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
          select: practitionerColumns,
        },
      },
    });
    if (!row) throw notFound('organisation');
    const accounts = keeps
      ? await tx.account.findMany({
          where: { organisationId: id },
          orderBy: { displayName: 'asc' },
          select: accountColumns,
        })
      : [];
    const { id: _id, createdAt: _created, updatedAt: _updated, countyAgs: _ags, ...shown } = row;
    return {
      ...shown,
      id,
      departments: row.departments.map(presentDepartment),
      practitioners: row.practitioners.map(presentPractitioner),
      accounts: accounts.map(presentAccount),
    };
  });
}

type Counted = {
  ags: string;
  name: string;
  kind: 'city' | 'district';
  hospital: number;
  practice: number;
  care_home: number;
  people: number;
};

export async function getOverview(deps: Deps, actor: Actor) {
  const counties = await deps.db.as(
    actor,
    (tx) => tx.$queryRaw<Counted[]>`
      select c.ags, c.name, c.kind::text as kind,
        count(o.id) filter (where o.kind = 'hospital')::int as hospital,
        count(o.id) filter (where o.kind = 'practice')::int as practice,
        count(o.id) filter (where o.kind = 'care_home')::int as care_home,
        (select count(*)::int from person p join organisation at on at.id = p.organisation_id
          where at.county_ags = c.ags and at.active and p.active) as people
      from county c left join organisation o on o.county_ags = c.ags and o.active
      group by c.ags order by c.name`,
  );
  return { counties };
}

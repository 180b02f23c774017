import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Input } from '../../kernel/wire.ts';
import type { listOrganisations as asked, OrganisationRow } from './contract.ts';

type Row = {
  id: string;
  kind: z.input<typeof OrganisationRow>['kind'];
  name: string;
  city: string;
  county_ags: string;
  county: string;
  active: boolean;
  departments: number;
  people: number;
  last_sign_in_at: Date | null;
  total: number;
};

const columns = {
  name: Prisma.sql`lower(o.name)`,
  county: Prisma.sql`c.name`,
  kind: Prisma.sql`o.kind`,
  people: Prisma.sql`people`,
  lastSignInAt: Prisma.sql`last_sign_in_at`,
} as const;

/** One page of organisations. Who signs in when is told to the network administrator only (row-level security). */
export async function listOrganisations(deps: Deps, actor: Actor, input: Input<typeof asked>) {
  const { kind, county, text, active, sort, descending, page, size } = input;
  const where = [
    Prisma.sql`true`,
    ...(kind ? [Prisma.sql`o.kind::text = ${kind}`] : []),
    ...(county ? [Prisma.sql`o.county_ags = ${county}`] : []),
    ...(active === undefined ? [] : [Prisma.sql`o.active = ${active}`]),
    ...(text
      ? [
          Prisma.sql`position(lower(${text}) in lower(concat_ws(' ', o.name, o.city, c.name, o.bsnr, o.ik))) > 0`,
        ]
      : []),
  ];
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls last`;
  const rows = await deps.db.as(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      select o.id, o.kind::text as kind, o.name, o.city, o.county_ags, c.name as county, o.active,
        (select count(*)::int from department d where d.organisation_id = o.id and d.active) as departments,
        (select count(*)::int from person p where p.organisation_id = o.id and p.active) as people,
        ${actor.role === 'network_admin' ? lastSignIn : Prisma.sql`null::timestamptz`} as last_sign_in_at,
        count(*) over ()::int as total
      from organisation o join county c on c.ags = o.county_ags
      where ${Prisma.join(where, ' and ')}
      order by ${columns[sort]} ${direction}, lower(o.name), o.id
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { organisations: rows.map(present), total: rows[0]?.total ?? 0 };
}

const lastSignIn = Prisma.sql`(select max(a.last_sign_in_at) from account a where a.organisation_id = o.id)`;

const present = (row: Row): z.input<typeof OrganisationRow> => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  city: row.city,
  county: { ags: row.county_ags, name: row.county },
  active: row.active,
  departments: row.departments,
  people: row.people,
  lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
});

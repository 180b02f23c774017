import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { dateOf, dayBounds } from '../../kernel/zoned-time.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import { physicianName, type Side } from '../requests/index.ts';
import { groupSql, keySql, offerUntilSql, rankSql } from './case-group.ts';
import { searchSql } from './case-search.ts';
import type { CaseGroup, CaseRow, listCases as endpoint } from './contract.ts';

type Row = {
  id: string;
  number: number;
  g: CaseGroup;
  rank: number;
  key: bigint;
  kind: CaseRow['kind'];
  status: CaseRow['status'];
  urgency: CaseRow['urgency'];
  patient_id: string;
  family_name: string;
  given_name: string;
  birth_date: Date;
  room: string | null;
  specialty_code: string;
  name_de: string;
  name_en: string;
  department_id: string;
  department_name: string;
  requester_id: string;
  requester_name: string;
  title: string | null;
  physician_given: string | null;
  physician_family: string | null;
  planned_start: Date | null;
  planned_end: Date | null;
  answer_due_at: Date;
  answered_at: Date | null;
  created_at: Date;
  offer_until: Date | null;
  has_draft: boolean;
  counts: Partial<Record<CaseGroup, number>>;
};

/** The cases of the actor's organisation or department, a page at a time. @throws forbidden */
export async function listCases(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const side = sideOfList(actor);
  return deps.db.as(actor, async (tx) => {
    const rows = await query(tx, actor, side, dayBounds(dateOf(deps.clock.now().getTime())).end, input);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    await recordPatientsSeen(
      deps,
      tx,
      actor,
      'cases',
      page.map((row) => row.patient_id),
    );
    return {
      cases: page.map(present),
      counts: rows[0]?.counts ?? {},
      next: rows.length > page.length && last ? `${last.rank}.${last.key}.${last.id}` : null,
    };
  });
}

function sideOfList(actor: Actor): Side {
  if (actor.role === 'specialist' || actor.role === 'coordinator') return 'provider';
  if (['physician', 'assistant', 'nurse', 'home_manager'].includes(actor.role)) return 'requester';
  throw forbidden();
}

/**
 * One query for page and counts. Grouping looks at every case of the organisation, some thousands over the years;
 * the page itself is cut by keyset, so a list that moves neither repeats nor skips.
 */
function query(
  tx: Tx,
  actor: Actor,
  side: Side,
  dayEnd: number,
  input: Input<typeof endpoint>,
): Promise<Row[]> {
  const [rank, key, id] = input.after?.split('.') ?? [];
  const own = [
    side === 'requester'
      ? Prisma.sql`r.requester_organisation_id = ${actor.organisationId}::uuid`
      : Prisma.sql`r.provider_department_id = ${actor.departmentId}::uuid`,
    ...searchSql(input.q ?? ''),
    ...(input.mine && side === 'provider'
      ? [Prisma.sql`r.provider_practitioner_id = ${actor.practitionerId}::uuid`]
      : []),
  ];
  const page = [
    ...(input.group ? [Prisma.sql`g = ${input.group}`] : []),
    ...(id ? [Prisma.sql`(rank, key, id) > (${Number(rank)}, ${BigInt(key ?? 0)}, ${id}::uuid)`] : []),
  ];
  return tx.$queryRaw<Row[]>`
    with own as (
      select r.*, ${groupSql(side, new Date(dayEnd))} as g, ${offerUntilSql} as offer_until,
        p.family_name, p.given_name, p.birth_date, p.room
      from consult_request r join patient p on p.id = r.patient_id
      where ${Prisma.join(own, ' and ')}
    ),
    placed as (select *, ${rankSql} as rank, ${keySql} as key from own),
    page as (
      select * from placed ${page.length > 0 ? Prisma.sql`where ${Prisma.join(page, ' and ')}` : Prisma.empty}
      order by rank, key, id limit ${input.limit + 1}
    )
    select c.id::text as id, c.number, c.g, c.rank, c.key, c.kind::text as kind, c.status::text as status,
      c.urgency::text as urgency, c.patient_id::text as patient_id, c.family_name, c.given_name, c.birth_date, c.room,
      c.planned_start, c.planned_end, c.answer_due_at, c.answered_at, c.created_at, c.offer_until,
      s.code as specialty_code, s.name_de, s.name_en, d.id::text as department_id, d.name as department_name,
      o.id::text as requester_id, o.name as requester_name,
      x.title, x.given_name as physician_given, x.family_name as physician_family,
      ${side === 'provider'} and exists (select 1 from report t where t.request_id = c.id and t.state = 'draft') as has_draft,
      (select jsonb_object_agg(g, n) from (select g, count(*) as n from placed group by g) of_group) as counts
    from page c
    join department d on d.id = c.provider_department_id
    join specialty s on s.code = d.specialty_code
    join organisation o on o.id = c.requester_organisation_id
    left join practitioner x on x.id = c.provider_practitioner_id
    order by c.rank, c.key, c.id`;
}

const present = (row: Row): CaseRow => ({
  id: row.id,
  number: row.number,
  group: row.g,
  kind: row.kind,
  status: row.status,
  urgency: row.urgency,
  patient: {
    id: row.patient_id,
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date.toISOString().slice(0, 10),
    room: row.room,
  },
  specialty: { code: row.specialty_code, nameDe: row.name_de, nameEn: row.name_en },
  department: { id: row.department_id, name: row.department_name },
  requester: { id: row.requester_id, name: row.requester_name },
  practitionerName:
    row.physician_family === null
      ? null
      : physicianName({
          title: row.title ?? '',
          givenName: row.physician_given ?? '',
          familyName: row.physician_family,
        }),
  plannedStart: row.planned_start?.toISOString() ?? null,
  plannedEnd: row.planned_end?.toISOString() ?? null,
  answerDueAt: row.answer_due_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  offerUntil: row.offer_until?.toISOString() ?? null,
  hasDraft: row.has_draft,
});

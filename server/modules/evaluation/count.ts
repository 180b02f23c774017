import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Counted } from './suppress.ts';

export type Period = { from: Date; until: Date; county: string | null; specialty: string | null };
export type Cell = Counted & {
  month: string | null;
  county: string | null;
  specialty: string | null;
  level: number;
};

/**
 * Every cell in one pass: in all, by month, by county, by specialty (`level` is PostgreSQL's GROUPING of the three).
 * Reads the view that carries nobody's name, birth date or number.
 */
export function countCells(tx: Tx, { from, until, county, specialty }: Period): Promise<Cell[]> {
  return tx.$queryRaw<Cell[]>(Prisma.sql`
    with cases as (
      select *, to_char(created_at at time zone 'Europe/Berlin', 'YYYY-MM') as month,
        extract(epoch from started_at - raised_at)::float8 as wait
      from evaluation_case
      where created_at >= ${from} and created_at < ${until}
        and (${county}::text is null or county_ags = ${county})
        and (${specialty}::text is null or specialty_code = ${specialty})
    )
    select month, county_ags as county, specialty_code as specialty,
      grouping(month, county_ags, specialty_code)::int as level,
      count(*)::int as requests,
      count(started_at)::int as met,
      count(wait)::int as "urgentMet",
      percentile_cont(0.5) within group (order by wait) as "secondsToDoctor",
      count(*) filter (where kind = 'urgent' and status <> 'withdrawn')::int as urgent,
      count(*) filter (where started_at <= target_at)::int as "inTarget",
      count(*) filter (where status in ('consulted', 'answered'))::int as due,
      count(*) filter (where answered_at <= answer_due_at)::int as "inTime",
      count(*) filter (where kind = 'urgent' and outcome is not null)::int as outcomes,
      count(*) filter (where kind = 'urgent' and outcome = 'stays')::int as stayed,
      count(*) filter (where status in ('cancelled', 'withdrawn', 'no_show'))::int as "fellThrough"
    from cases
    group by grouping sets ((), (month), (county_ags), (specialty_code))
    order by level desc, month, requests desc`);
}

import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { Counted } from './suppress.ts';

export type Period = { from: Date; until: Date; county: string | null; specialty: string | null };
/** By what a cell counts: PostgreSQL's GROUPING of the four, a bit for each that it does not. */
const groupings = { total: 15, month: 7, county: 11, specialty: 13, urgency: 14 } as const;
export type Grouping = keyof typeof groupings;
export type Cell = Counted & {
  month: string | null;
  county: string | null;
  specialty: string | null;
  urgency: 'immediate' | 'urgent' | 'today' | null;
  by: Grouping;
};

/**
 * Every cell in one pass: in all, by month, by county, by specialty, and urgent requests by urgency. Reads the view
 * that carries nobody's name, birth date or number. Times are those of the event log, to the millisecond: a row that is
 * corrected later does not change what was counted.
 */
export async function countCells(tx: Tx, { from, until, county, specialty }: Period): Promise<Cell[]> {
  const rows = await tx.$queryRaw<(Omit<Cell, 'by'> & { level: number })[]>(Prisma.sql`
    with cases as (
      select to_char(created_at at time zone 'Europe/Berlin', 'YYYY-MM') as month, county_ags, specialty_code,
        kind, status, outcome, started_at, answered_at, answer_due_at, event_both_in_room_at <= target_at as in_target,
        case when kind = 'urgent' then urgency end as urgency,
        extract(epoch from event_both_in_room_at - event_raised_at)::float8 as wait,
        extract(epoch from event_first_rung_at - event_raised_at)::float8 as ring, had_trouble, was_useful
      from evaluation_case
      where created_at >= ${from} and created_at < ${until}
        and (${county}::text is null or county_ags = ${county})
        and (${specialty}::text is null or specialty_code = ${specialty})
    )
    select month, county_ags as county, specialty_code as specialty, urgency,
      grouping(month, county_ags, specialty_code, urgency)::int as level,
      count(*)::int as requests,
      count(started_at)::int as met,
      count(wait)::int as "urgentMet",
      percentile_cont(0.5) within group (order by wait) as "secondsToDoctor",
      count(ring)::int as "urgentRung",
      percentile_cont(0.5) within group (order by ring) as "secondsToRing",
      count(*) filter (where kind = 'urgent' and status <> 'withdrawn')::int as urgent,
      count(*) filter (where kind = 'urgent' and status <> 'withdrawn' and in_target)::int as "inTarget",
      count(*) filter (where status in ('consulted', 'answered'))::int as due,
      count(*) filter (where answered_at <= answer_due_at)::int as "inTime",
      count(*) filter (where kind = 'urgent' and outcome is not null)::int as outcomes,
      count(*) filter (where kind = 'urgent' and outcome = 'stays')::int as stayed,
      count(*) filter (where status in ('cancelled', 'withdrawn', 'no_show'))::int as "fellThrough",
      count(had_trouble)::int as "troubleAsked",
      count(*) filter (where had_trouble)::int as troubled,
      count(was_useful)::int as "usefulAsked",
      count(*) filter (where was_useful)::int as satisfied
    from cases
    group by grouping sets ((), (month), (county_ags), (specialty_code), (urgency))
    order by level desc, month, requests desc`);
  return rows.flatMap(({ level, ...cell }) => {
    const by = (Object.keys(groupings) as Grouping[]).find((name) => groupings[name] === level);
    return by ? [{ ...cell, by }] : [];
  });
}

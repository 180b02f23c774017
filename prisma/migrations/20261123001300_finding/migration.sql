-- DropIndex
DROP INDEX "pool_department_id_name_key";

-- What follows is written by hand ------------------------------------------------------------------------------

-- A removed pool stays for its bookings' sake and gives its name free.
create unique index pool_name on pool (department_id, lower(name)) where active;

-- What blocks people in the stretches asked about, whoever has it: `who` counts the stretches from 1, and what touches
-- is told as one. Each stretch is one descent of the index behind the exclusion constraint, and one of the index beside
-- it, for overbooked rows, which that constraint leaves out and which block a time as well. `offset 0` keeps the
-- planner from joining, for which it would read all bookings. Holds that have run out block nothing, nor does what the
-- asker itself holds.
create index booking_beside on booking using gist (
  tstzrange(blocked_from, blocked_until, '[)'), practitioner_id
) where (state in ('held', 'booked') and (state = 'held' or overbooked));
create function busy_times(ids uuid[], starts float8[], ends float8[], at timestamptz, but uuid)
returns table (who int, "from" float8, "until" float8)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_account();
begin
  if app_role() = '' then return; end if;
  return query
    select a.n::int, (extract(epoch from lower(taken.span)) * 1000)::float8, (extract(epoch from upper(taken.span)) * 1000)::float8
    from unnest(ids, starts, ends) with ordinality as a(id, start_at, end_at, n)
    cross join lateral (
      select range_agg(tstzrange(b.blocked_from, b.blocked_until, '[)')) as spans from (
        (select c.id, c.blocked_from, c.blocked_until, c.state, c.held_until, c.booked_by_id, c.waiting_id from booking c
          where c.practitioner_id = a.id and c.state in ('held', 'booked') and not c.overbooked
            and tstzrange(c.blocked_from, c.blocked_until, '[)')
              && tstzrange(to_timestamp(a.start_at / 1000), to_timestamp(a.end_at / 1000), '[)')
          offset 0)
        union all
        (select c.id, c.blocked_from, c.blocked_until, c.state, c.held_until, c.booked_by_id, c.waiting_id from booking c
          where c.practitioner_id = a.id and c.state in ('held', 'booked') and c.overbooked
            and tstzrange(c.blocked_from, c.blocked_until, '[)')
              && tstzrange(to_timestamp(a.start_at / 1000), to_timestamp(a.end_at / 1000), '[)')
          offset 0)
      ) b
      where b.id is distinct from but and (b.state = 'booked'
        or (b.held_until > at and not (coalesce(b.booked_by_id = me, false) and b.waiting_id is null)))
    ) busy
    cross join lateral unnest(busy.spans) as taken(span);
end $$;

-- Which of many times are taken, by their place from 1: for the finder, who asks about hundreds. What one person has
-- booked does not overlap, overbooked rows apart; so the first that ends after a time begins says whether it is taken,
-- and the index alone knows. Few rows are held or overbooked: those of the whole stretch of time are read at once.
create index booking_taken on booking (practitioner_id, blocked_until) include (blocked_from)
  where (state = 'booked' and not overbooked);
create function taken_among(ids uuid[], starts float8[], ends float8[], at timestamptz)
returns setof int
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := app_account();
  whole tstzrange;
begin
  if app_role() = '' then return; end if;
  return query
    select a.n::int
    from unnest(ids, starts, ends) with ordinality as a(id, start_at, end_at, n)
    cross join lateral (
      select c.blocked_from from booking c
      where c.practitioner_id = a.id and c.state = 'booked' and not c.overbooked
        and c.blocked_until > to_timestamp(a.start_at / 1000)
      order by c.blocked_until limit 1
    ) b
    where b.blocked_from < to_timestamp(a.end_at / 1000);
  whole := tstzrange(
    to_timestamp((select min(s) from unnest(starts) s) / 1000),
    to_timestamp((select max(e) from unnest(ends) e) / 1000));
  return query
    with beside as materialized (
      select c.practitioner_id, c.blocked_from, c.blocked_until from booking c
      where c.state in ('held', 'booked') and (c.state = 'held' or c.overbooked)
        and tstzrange(c.blocked_from, c.blocked_until, '[)') && whole
        and (c.state = 'booked'
          or (c.held_until > at and not (coalesce(c.booked_by_id = me, false) and c.waiting_id is null)))
    )
    select a.n::int
    from unnest(ids, starts, ends) with ordinality as a(id, start_at, end_at, n)
    join beside b on b.practitioner_id = a.id
      and b.blocked_until > to_timestamp(a.start_at / 1000) and b.blocked_from < to_timestamp(a.end_at / 1000);
end $$;

-- How many times of a pool each of its people has between two instants, and when one was last given to them: counts
-- only, since practices do not see each other's bookings. What is held counts, except what the asker itself holds,
-- which is given up when it takes another time.
create function pool_load(of uuid, from_at timestamptz, until_at timestamptz, at timestamptz)
returns table (practitioner_id uuid, bookings int, last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.practitioner_id,
    (count(*) filter (where b.start_at >= from_at and b.start_at < until_at))::int,
    max(b.created_at)
  from booking b
  where b.pool_id = of and b.start_at >= from_at - interval '62 days' and app_role() <> ''
    and (b.state in ('booked', 'fulfilled', 'no_show') or (
      b.state = 'held' and b.held_until > at
      and not (coalesce(b.booked_by_id = app_account(), false) and b.waiting_id is null)))
  group by b.practitioner_id
$$;

-- How many open requests wait for a time that one of these departments could give: a count, whoever they are.
create function waiting_count(of uuid[]) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct w.id)::int
  from department d
  join waiting_entry w on w.specialty_code = d.specialty_code and w.state in ('waiting', 'offered')
  left join practitioner p on p.id = w.practitioner_id
  where d.id = any(of) and app_role() <> ''
    and coalesce(w.department_id, p.department_id, d.id) = d.id
$$;

-- The version of a department's plan is drawn, not counted: a number that an undone transaction had never comes
-- again, so whoever knows it knows the plan. What decides who can be booked belongs to the plan.
create or replace function bump_plan_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rows jsonb[] := array_remove(array[
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end
  ], null);
  touched uuid;
begin
  for touched in
    select of_row.department_id from unnest(rows) as one(r), lateral (
      select (r ->> 'department_id')::uuid as department_id
      union select p.department_id from practitioner p where p.id = (r ->> 'practitioner_id')::uuid
      union select p.department_id from pool p where p.id = (r ->> 'pool_id')::uuid
      union select (r ->> 'id')::uuid where tg_table_name = 'department'
      union select d.id from department d
        where tg_table_name = 'organisation' and d.organisation_id = (r ->> 'id')::uuid
    ) as of_row
    where of_row.department_id is not null group by 1 order by 1
  loop
    insert into plan_version (department_id, version) values (touched, random(1::bigint, 9223372036854775807))
      on conflict (department_id) do update set version = excluded.version;
  end loop;
  return null;
end $$;
create trigger practitioner_version after insert or update or delete on practitioner
  for each row execute function bump_plan_version();
create trigger department_version after insert or update on department
  for each row execute function bump_plan_version();
create trigger organisation_version after update on organisation
  for each row execute function bump_plan_version();
insert into plan_version (department_id, version)
  select id, random(1::bigint, 9223372036854775807) from department
  on conflict (department_id) do update set version = excluded.version;

import type { MortalCluster } from '../../support/mortal-cluster.ts';
import { accounts, organisations } from '../../support/world.ts';

export type Extent = { practitioners: number; departments: number; bookings: number };

/** The moment at which the measurement asks: a Monday morning. */
export const askedAt = new Date('2026-11-23T09:00:00Z');

/**
 * A network in which so many cardiologists of so many departments have bookings as rows straight in the table: nearly
 * all times of the next days are taken, and four fifths of those in two months; what is missing to the number lies in
 * the past. Every other department has a pool.
 */
export const makeManyCalendars = async (
  cluster: MortalCluster,
  database: string,
  extent: Extent,
): Promise<void> => {
  const run = (text: string) => cluster.admin(database, text);
  await run(people(extent));
  await run(plan);
  await run(`${putIndexesAside} ${bookings(extent.bookings)}`);
  await run(`SET maintenance_work_mem = '1GB'; ${makeIndexesAgain}`);
  await run('VACUUM ANALYZE');
};

const people = ({ practitioners, departments }: Extent) => `
  UPDATE practitioner SET active = false WHERE department_id IS NOT NULL;
  INSERT INTO organisation (kind, name, ik, street, postal_code, city, county_ags, phone, email)
  SELECT 'hospital', 'Klinik ' || lpad(n::text, 2, '0'), '2603' || lpad(n::text, 5, '0'), 'Testweg 1', '26133',
    'Oldenburg', (array['03403', '03404', '03451', '03454'])[1 + n % 4], '0441 000000',
    'klinik' || n || '@test.telkonnet.example'
  FROM generate_series(1, ${departments}) n;
  INSERT INTO department (organisation_id, specialty_code, name, phone)
  SELECT id, 'cardiology', 'Kardiologie ' || name, phone FROM organisation WHERE name LIKE 'Klinik __';
  INSERT INTO practitioner (organisation_id, department_id, given_name, family_name)
  SELECT d.organisation_id, d.id, 'Test', 'Herz ' || n
  FROM (SELECT id, organisation_id, row_number() OVER (ORDER BY name) - 1 AS at FROM department
    WHERE name LIKE 'Kardiologie Klinik __') d
  JOIN generate_series(0, ${practitioners - 1}) n ON n % ${departments} = d.at;
  CREATE TABLE crowd AS SELECT id, department_id, row_number() OVER (ORDER BY id)::int AS n
  FROM practitioner WHERE family_name LIKE 'Herz %' AND active AND department_id IS NOT NULL;
  GRANT SELECT ON crowd TO PUBLIC;`;

/** Workdays in two windows, of different lengths and rules; now and then away, now and then another day. */
const plan = `
  INSERT INTO roster (department_id, practitioner_id, weekday, from_time, until_time, slot_minutes, buffer_after_minutes,
    minimum_notice_minutes, furthest_days_ahead, valid_from, week_pattern, audience_counties)
  SELECT department_id, id, weekday, from_time, until_time, (array[15, 20, 20, 30])[1 + n % 4],
    (array[0, 0, 5])[1 + n % 3], (array[0, 0, 60, 1440])[1 + n % 4], 60, '2026-01-01',
    CASE WHEN n % 20 = 0 AND weekday = 5 THEN 'odd' ELSE 'every' END::"WeekPattern",
    CASE WHEN n % 25 = 0 THEN array['03454'] ELSE array[]::text[] END
  FROM crowd, generate_series(1, 5) weekday, (VALUES ('08:00', '12:00'), ('13:00', '17:00')) part (from_time, until_time);
  INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
  SELECT department_id, id, timestamptz '2026-11-29 23:00Z' + n % 40 * interval '1 day',
    timestamptz '2026-12-04 23:00Z' + n % 40 * interval '1 day', 'leave' FROM crowd WHERE n % 10 = 0;
  INSERT INTO roster_override (department_id, practitioner_id, day, intervals)
  SELECT department_id, id, date '2026-11-23' + n % 60, '[{"from":"09:00","until":"11:00"}]' FROM crowd WHERE n % 10 = 1;
  INSERT INTO pool (department_id, name)
  SELECT id, 'Ambulanz' FROM (SELECT id, row_number() OVER (ORDER BY id) AS at FROM department WHERE name LIKE 'Kardiologie Klinik __')
  WHERE at % 2 = 0;
  INSERT INTO pool_member (pool_id, practitioner_id)
  SELECT p.id, c.id FROM pool p JOIN crowd c ON c.department_id = p.department_id AND c.n % 5 = 0;
  INSERT INTO roster (department_id, pool_id, weekday, from_time, until_time, slot_minutes, furthest_days_ahead, valid_from)
  SELECT department_id, id, weekday, '17:30', '19:30', 20, 60, '2026-01-01' FROM pool, generate_series(1, 5) weekday;`;

const putIndexesAside = `
  CREATE TABLE aside AS
  SELECT x.indexrelid::regclass::text AS name, c.conname, coalesce(
    'ALTER TABLE booking ADD CONSTRAINT ' || c.conname || ' ' || pg_get_constraintdef(c.oid),
    pg_get_indexdef(x.indexrelid)) AS made
  FROM pg_index x LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.contype = 'x'
  WHERE x.indrelid = 'booking'::regclass AND NOT x.indisprimary;
  DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM aside LOOP
    IF one.conname IS NULL THEN EXECUTE 'DROP INDEX ' || one.name;
    ELSE EXECUTE 'ALTER TABLE booking DROP CONSTRAINT ' || one.conname; END IF; END LOOP; END $$;`;

const makeIndexesAgain = `DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM aside LOOP EXECUTE one.made; END LOOP; END $$`;

/**
 * On the grid of the weekly hours, so that none overlaps; without the requests that would belong to them. A few are
 * held right now, were held until a moment ago, or are overbooked.
 */
const bookings = (count: number) => `
  SET session_replication_role = replica;
  INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, pool_id, state, start_at, end_at,
    blocked_from, blocked_until, booked_by_id, held_until, overbooked, overbook_reason)
  SELECT gen_random_uuid(), '${organisations.practice.id}', r.department_id, r.person, r.pool_id,
    CASE WHEN kind IN ('held', 'expired') THEN 'held' ELSE 'booked' END::"BookingState", at, at + slot, at,
    at + slot + buffer, '${accounts.otherPhysician.id}',
    CASE kind WHEN 'held' THEN timestamptz '${askedAt.toISOString()}' + interval '4 min'
      WHEN 'expired' THEN timestamptz '${askedAt.toISOString()}' - interval '1 min' END,
    kind = 'overbooked', CASE WHEN kind = 'overbooked' THEN 'Notfall' END
  FROM generate_series(0, 60) ahead
  CROSS JOIN LATERAL (SELECT date '2026-11-23' + ahead AS day) days
  JOIN (
    SELECT r.*, practitioner_id AS person FROM roster r WHERE practitioner_id IN (SELECT id FROM crowd)
    UNION ALL
    SELECT r.*, m.practitioner_id FROM roster r JOIN pool_member m ON m.pool_id = r.pool_id
  ) r ON r.weekday = extract(isodow FROM day)
  CROSS JOIN LATERAL (SELECT make_interval(mins => slot_minutes) AS slot, make_interval(mins => buffer_after_minutes) AS buffer) length
  CROSS JOIN LATERAL generate_series((day + from_time::time) AT TIME ZONE 'Europe/Berlin',
    (day + until_time::time) AT TIME ZONE 'Europe/Berlin' - slot, slot + buffer) AS at
  CROSS JOIN LATERAL (SELECT (hashtextextended(r.person::text || at::text, 42) & 1023) / 1024.0
    - CASE WHEN ahead < 3 THEN 0.97 WHEN ahead < 8 THEN 0.93 WHEN ahead < 30 THEN 0.87 ELSE 0.8 END AS over) chance
  CROSS JOIN LATERAL (SELECT CASE WHEN over < 0 THEN 'booked' WHEN over < 0.005 THEN 'held' WHEN over < 0.01 THEN 'expired'
    WHEN over < 0.015 THEN 'overbooked' END AS kind) kinds
  WHERE kind IS NOT NULL;
  INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, pool_id, state, start_at, end_at,
    blocked_from, blocked_until, booked_by_id)
  SELECT gen_random_uuid(), b.organisation_id, b.department_id, b.practitioner_id, b.pool_id, 'fulfilled',
    b.start_at - back, b.end_at - back, b.blocked_from - back, b.blocked_until - back, b.booked_by_id
  FROM booking b, (SELECT n * interval '63 days' AS back FROM generate_series(1, 20) n) past
  WHERE b.state = 'booked'
  LIMIT greatest(0, ${count} - (SELECT count(*) FROM booking));`;

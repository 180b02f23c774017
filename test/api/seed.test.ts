import { afterAll, beforeAll, expect, it } from 'vitest';
import { seed } from '../../prisma/seed.ts';
import { checkBsnr, checkIk, checkLanr } from '../../server/kernel/identifiers.ts';
import { checkInsuranceNumber } from '../../server/kernel/insurance-number.ts';
import { lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T09:00:00Z' });
  // Only the seeded network: the small one of the tests goes first.
  await app.database.sql('truncate organisation, practitioner, account cascade');
  await seed(app.deps);
}, 90_000);
afterAll(() => app.close());

const rows = async () => {
  const tables = await app.database.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await app.database.sql<{ n: number }>(`select count(*)::int as n from ${name}`);
    counted[name] = row?.n ?? 0;
  }
  return counted;
};

it('changes nothing the second time', async () => {
  const before = await rows();
  await seed(app.deps);
  expect(await rows()).toEqual(before);
  expect(before.consult_request).toBeGreaterThan(300);
});

it('lays out the region: 17 bodies, one hospital, 12 practices and 10 homes in eight of them, a person in every role', async () => {
  const counts = await app.database.sql(
    'select kind, count(*)::int as n from organisation group by kind order by kind',
  );
  expect(counts).toEqual(
    expect.arrayContaining([
      { kind: 'hospital', n: 1 },
      { kind: 'practice', n: 12 },
      { kind: 'care_home', n: 10 },
    ]),
  );
  const places = await app.database.sql<{ ags: string }>(
    `select distinct county_ags as ags from organisation where kind in ('practice', 'care_home') order by 1`,
  );
  expect(places.map(({ ags }) => ags)).toEqual(
    expect.arrayContaining(['03403', '03404', '03451', '03453', '03457', '03459', '03460', '03461']),
  );
  expect(await app.database.sql('select count(*)::int as n from county')).toEqual([{ n: 17 }]);
  const roles = await app.database.sql<{ role: string }>(
    'select distinct role::text as role from account order by 1',
  );
  expect(roles).toHaveLength(9);
});

it('leads urgent requests of a general department on to a specialised one, in no circle', async () => {
  const levels = await app.database.sql<{
    code: string;
    level: number;
    next: string | null;
    nextLevel: number;
  }>(
    `select d.specialty_code as code, d.level, n.specialty_code as next, n.level as "nextLevel"
     from department d left join department n on n.id = d.next_department_id`,
  );
  const next = new Map(levels.map((one) => [one.code, one.next]));
  expect(next.get('geriatrics')).toBe('cardiology');
  for (const { code, level } of levels) {
    const way = [code];
    for (let at = next.get(code); at; at = next.get(at)) {
      expect(way).not.toContain(at);
      way.push(at);
    }
    expect(level).toBe(way.length > 1 ? 1 : 2);
  }
});

it('holds only numbers that are valid', async () => {
  const patients = await app.database.sql<{ kvnr: string }>(
    'select kvnr from patient where kvnr is not null',
  );
  expect(patients.filter(({ kvnr }) => checkInsuranceNumber(kvnr).verdict !== 'valid')).toEqual([]);
  const physicians = await app.database.sql<{ lanr: string }>('select lanr from practitioner');
  expect(physicians.filter(({ lanr }) => checkLanr(lanr).verdict !== 'valid')).toEqual([]);
  const places = await app.database.sql<{ bsnr: string | null; ik: string | null }>(
    'select bsnr, ik from organisation',
  );
  expect(places.filter(({ bsnr }) => bsnr && checkBsnr(bsnr).verdict !== 'valid')).toEqual([]);
  expect(places.filter(({ ik }) => ik && checkIk(ik).verdict !== 'valid')).toEqual([]);
});

it('puts nothing into the future but what is planned', async () => {
  const late = await app.database.sql(
    `select type, at from event_log where at > '2026-11-23T09:00:01Z' and type not like 'billing.%'`,
  );
  expect(late).toEqual([]);
});

it('shows every way to a time: a pool with hours, a series, who waits, and one that is offered a time', async () => {
  const [counted] = await app.database.sql(
    `select (select count(*)::int from pool_member) as members,
       (select count(*)::int from roster where pool_id is not null) as hours,
       (select count(*)::int from booking where series_id is not null) as follow_ups,
       (select count(*)::int from waiting_entry where state = 'waiting') as waiting,
       (select count(*)::int from waiting_offer where state = 'open') as offers`,
  );
  expect(counted).toEqual({ members: 3, hours: 2, follow_ups: 4, waiting: 4, offers: 1 });
});

it('lets nobody wait for what is free: the list would offer it at once', async () => {
  await lookEverywhere(app.deps);
  expect(await app.database.sql('select state from waiting_offer')).toEqual([{ state: 'open' }]);
});

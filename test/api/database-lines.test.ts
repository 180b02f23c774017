import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Tx } from '../../server/kernel/db.ts';
import { sql } from '../../server/kernel/statement.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ environment: { DATABASE_POOL: '2' } });
});
afterAll(() => app.close());

const whoAsks = (tx: Tx) =>
  ask<{ account: string; role: string }>(
    tx,
    sql`select current_setting('app.account', true) as account, current_setting('app.role', true) as role`,
  );

it('a transaction runs as who asked, and nothing of it stays on its connection', async () => {
  const names = ['nurse', 'specialist', 'coordinator', 'physician'] as const;
  const seen = await Promise.all(
    names.map((name) =>
      app.deps.db.as(actorOf(name), async (tx) => {
        const before = await whoAsks(tx);
        await tx.organisation.count();
        return [...before, ...(await whoAsks(tx))];
      }),
    ),
  );
  expect(seen).toEqual(
    names.map((name) => [
      { account: accounts[name].id, role: accounts[name].role },
      { account: accounts[name].id, role: accounts[name].role },
    ]),
  );
  expect(await app.deps.db.system(whoAsks)).toEqual([{ account: '', role: 'system' }]);
  const looked = await app.deps.db.look(sql`select app_role() as role, app_account() as account`);
  expect(looked).toEqual([{ role: 'system', account: null }]);
});

it('who asks cannot break out of its own name', async () => {
  const actor = { ...actorOf('nurse'), departmentId: "x', true), set_config('app.role', 'system" };
  const [{ role } = { role: null }] = await app.deps.db.as(actor, whoAsks);
  expect(role).toBe('nurse');
});

it('a statement after the end of its transaction is refused, whoever has its connection now', async () => {
  const kept = await app.deps.db.as(actorOf('nurse'), async (tx) => tx);
  await expect(whoAsks(kept)).rejects.toThrow('the transaction has ended');
  let left: Tx | undefined;
  const failed = app.deps.db.system(async (tx) => {
    left = tx;
    await ask(tx, sql`select 1 / 0`);
  });
  await expect(failed).rejects.toThrow(/division/);
  if (left) await expect(whoAsks(left)).rejects.toThrow('the transaction has ended');
  const late = app.deps.db.system(async (tx) => {
    await ask(tx, sql`select pg_sleep(0.3)`);
    return whoAsks(tx);
  }, 100);
  await expect(late).rejects.toThrow('the transaction has ended');
});

it('what an own statement wrote is undone with the rest', async () => {
  const undone = app.deps.db.system(async (tx) => {
    await ask(tx, sql`insert into county values ('09999', 'Nirgends', 'district')`);
    expect(await tx.county.count({ where: { ags: '09999' } })).toBe(1);
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect(await app.database.sql(`SELECT 1 FROM county WHERE ags = '09999'`)).toEqual([]);
});

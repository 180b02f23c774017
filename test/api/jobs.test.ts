import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it('a job that fails is told in the log, without what the error quotes, and is tried again', async () => {
  const tries: unknown[] = [];
  await app.deps.jobs.work('identity.sweep', async (data) => {
    tries.push(data);
    if (tries.length === 1) throw new TypeError('Key (kvnr)=(A123456780) already exists');
  });
  await app.deps.db.system((tx) => app.deps.jobs.send(tx, 'identity.sweep', { sweep: 1 }));
  await vi.waitFor(() => expect(tries).toEqual([{ sweep: 1 }, { sweep: 1 }]), 20_000);
  const told = app.logged.filter((line) => line.includes('a job failed'));
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ queue: 'identity.sweep', err: { type: 'TypeError' } });
  const [kept] = await app.database.sql<{ kept: string }>(
    "SELECT coalesce(string_agg(output::text, ''), '') AS kept FROM pgboss.job WHERE name = 'identity.sweep'",
  );
  expect(`${told}${kept?.kept}`).not.toContain('A123456780');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';

let app: TestApp;
let specialist: Agent;
type Item = { requestId: string; status: string; reportOwed: boolean };

beforeAll(async () => {
  app = await createTestApp();
  specialist = await app.signIn('specialist');
});
afterAll(() => app.close());

const items = async (): Promise<Item[]> => (await specialist.get('/api/own-day').expect(200)).body.items;

test('the own day has its times, and the oldest fifty of the reports that are owed', async () => {
  const today = await insertCase(app.database, { plannedStart: '2026-11-23T10:00:00Z' });
  const met = await insertCase(app.database, { status: 'consulted', plannedStart: '2026-11-23T08:00:00Z' });
  await insertCase(app.database, { plannedStart: '2026-11-24T10:00:00Z' });
  const owed: string[] = [];
  for (let day = 1; day <= 50; day++) {
    const { id } = await insertCase(app.database, { status: 'consulted' });
    await app.database.sql(`UPDATE consult_request SET consulted_at = $2 WHERE id = $1`, [
      id,
      new Date(Date.UTC(2026, 8, day)),
    ]);
    owed.push(id);
  }
  await app.database.sql(`UPDATE consult_request SET consulted_at = planned_start WHERE id = $1`, [met.id]);

  const shown = await items();
  expect(shown.filter(({ reportOwed }) => !reportOwed).map(({ requestId }) => requestId)).toEqual([today.id]);
  expect(new Set(shown.filter(({ reportOwed }) => reportOwed).map(({ requestId }) => requestId))).toEqual(
    new Set(owed),
  );
  await app.database.sql(`UPDATE consult_request SET status = 'answered' WHERE id = $1`, [owed[0]]);
  expect((await items()).map(({ requestId }) => requestId)).toContain(met.id);
});

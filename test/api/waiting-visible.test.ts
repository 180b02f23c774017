/** What the database itself shows of the waiting list, with no filter of the code in between. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { enter } from '../support/waiting.ts';
import { type AccountName, departments } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const practice = await app.signIn('assistant');
  await addRoster(app, { until: '09:20', ahead: 6 });
  // One for any department of the specialty, which is offered the only time, and one for the department.
  await enter(practice).expect(201);
  await enter(practice, { departmentId: departments.cardiology.id, partsOfDay: ['evening'] }).expect(201);
  await lookEverywhere(app.deps);
});
afterAll(() => app.close());

const count = (name: AccountName, from: string) =>
  app.deps.db.as(actorOf(name), async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${from}`);
    return row?.n;
  });
const everybody: AccountName[] = [
  'assistant',
  'physician',
  'specialist',
  'coordinator',
  'neurologist',
  'otherPhysician',
  'nurse',
  'networkAdmin',
  'evaluator',
  'privacyOfficer',
];
const seenBy = async (from: string) => {
  const seen: Partial<Record<AccountName, number>> = {};
  for (const name of everybody) {
    const n = await count(name, from);
    if (n) seen[name] = n;
  }
  return seen;
};

it('entries and offers: the practice and the departments that could serve them', async () => {
  const two = { assistant: 2, physician: 2, specialist: 2, coordinator: 2 };
  expect(await seenBy('waiting_entry')).toEqual(two);
  expect(await seenBy('waiting_offer')).toEqual({
    assistant: 1,
    physician: 1,
    specialist: 1,
    coordinator: 1,
  });
  expect(await seenBy('waiting_queue WHERE request_number IS NOT NULL')).toEqual(two);
});

it('requests, patients and consents: the practice alone, until a time is found', async () => {
  const own = { assistant: 2, physician: 2 };
  for (const table of ['consult_request', 'patient', 'consent']) expect(await seenBy(table)).toEqual(own);
});

it('the offered time: every window of the practice, and the department', async () => {
  expect(await seenBy("booking WHERE state = 'held'")).toEqual({
    assistant: 1,
    physician: 1,
    specialist: 1,
    coordinator: 1,
  });
});

it('nobody changes what is another’s', async () => {
  for (const name of ['otherPhysician', 'neurologist', 'nurse'] as const) {
    const changed = await app.deps.db.as(actorOf(name), async (tx) => [
      await tx.$executeRaw`update waiting_entry set urgency = 'urgent'`,
      await tx.$executeRaw`update waiting_offer set state = 'accepted'`,
      await tx.$executeRaw`delete from booking where waiting_id is not null`,
    ]);
    expect(changed).toEqual([0, 0, 0]);
  }
});

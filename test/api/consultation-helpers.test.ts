import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepConsultations } from '../../server/modules/consultation/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { type AccountName, accounts } from '../support/world.ts';

let app: TestApp;
let requestId: string;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T09:30:00Z');
  await app.database.sql('DELETE FROM booking');
  requestId = (await insertCase(app.database, { plannedStart: '2026-11-23T09:30:00Z' })).id;
});

const helper = accounts.neurologist.id;
const path = () => `/api/requests/${requestId}/helpers`;
const invite = async (as: AccountName = 'specialist', accountId: string = helper) =>
  (await app.signIn(as)).post(path()).send({ accountId });
const sees = async () =>
  (await (await app.signIn('neurologist')).get(`/api/requests/${requestId}/room`)).status;

describe('a second specialist of a booked consultation', () => {
  it('is found among all departments, told, sees the request and may open the room', async () => {
    const specialist = await app.signIn('specialist');
    const { body } = await specialist.get(`/api/requests/${requestId}/colleagues`).expect(200);
    const found = body.colleagues.map(({ accountId }: { accountId: string }) => accountId);
    expect(found).toContain(helper);
    expect(found).not.toContain(accounts.specialist.id);
    expect(await sees()).toBe(404);
    const invited = await invite();
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ accountId: helper, state: 'invited', invitedBy: 'Test specialist' });
    expect(await sees()).toBe(200);
    const neurologist = await app.signIn('neurologist');
    const room = await neurologist.post(`/api/requests/${requestId}/room`).expect(200);
    expect(room.body).toMatchObject({ side: 'provider', mayClose: false });
    await app.settle();
    const notices = await neurologist.get('/api/notifications').expect(200);
    expect(notices.body.items).toMatchObject([{ kind: 'helper_invited', request: { id: requestId } }]);
  });

  it('is invited once, however often somebody presses', async () => {
    expect((await Promise.all([invite(), invite()])).map(({ status }) => status)).toEqual([201, 201]);
    const events = await app.database.sql(
      `SELECT payload FROM event_log WHERE request_id = $1 AND type = 'consultation.helper_invited'`,
      [requestId],
    );
    expect(events).toEqual([{ payload: { helper } }]);
  });

  it.each([
    ['physician', 403],
    ['otherPhysician', 404],
    ['neurologist', 404],
    ['networkAdmin', 404],
  ] as const)('is not invited by the %s', async (name, status) => {
    expect((await invite(name)).status).toBe(status);
  });

  it('invites nobody else', async () => {
    await invite();
    expect((await invite('neurologist', accounts.secondSpecialist.id)).status).toBe(404);
  });

  it.each(['nurse', 'specialist'] as const)('is never the %s', async (name) => {
    expect((await invite('specialist', accounts[name].id)).body.error.code).toBe('helper_unknown');
  });

  it('sees nothing any more when the part has ended, by hand or a day after the room', async () => {
    await invite();
    await (await app.signIn('coordinator')).delete(`${path()}/${helper}`).expect(200);
    expect(await sees()).toBe(404);
    await invite();
    await (await app.signIn('specialist')).post(`/api/requests/${requestId}/room`).expect(200);
    await app.database.sql(
      `UPDATE consultation SET state = 'closed', closed_at = '2026-11-23T09:40:00Z' WHERE request_id = $1`,
      [requestId],
    );
    await sweepConsultations(app.deps);
    expect(await sees()).toBe(200);
    app.clock.set('2026-11-24T09:41:00Z');
    await sweepConsultations(app.deps);
    expect(await sees()).toBe(404);
  });
});

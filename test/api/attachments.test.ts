import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendAttachments, sweepAttachments } from '../../server/modules/patients/index.ts';
import { actorOf } from '../support/actor-of.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { consult } from '../support/consulted.ts';
import { endUrgent, urgentBody } from '../support/urgent.ts';

let app: TestApp;
let nurse: Agent;
let requestId: string;
let patientId: string;
let photo: Buffer;
beforeAll(async () => {
  app = await createTestApp();
  ({ requestId, patientId } = await consult(app, { from: 'careHome', report: false }));
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#aa3311' } })
    .withExif({ IFD0: { Make: 'Kamera' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.sql('DELETE FROM attachment');
  nurse = await app.signIn('nurse');
});

const add = (who: Agent, query = 'kind=wound', content: Buffer = photo, type = 'image/jpeg') =>
  who.post(`/api/patients/${patientId}/attachments?${query}`).set('Content-Type', type).send(content);
const send = (ids: string[], of = { patientId, requestId }) =>
  app.deps.db.as(actorOf('nurse'), (tx) => sendAttachments(tx, actorOf('nurse'), { ...of, ids }));

describe('a picture', () => {
  it('is kept for the patient, sent with a request, and seen by both sides of it alone', async () => {
    const { body } = await add(nurse).expect(201);
    expect(body).toMatchObject({ patientId, requestId: null, kind: 'wound', width: 60, height: 40 });
    const specialist = await app.signIn('specialist');
    await specialist.get(`/api/attachments/${body.id}`).expect(404);

    await send([body.id]);
    const seen = await specialist.get(`/api/attachments/${body.id}`).expect(200);
    expect(seen.headers['content-type']).toBe('image/jpeg');
    expect(seen.headers['cache-control']).toBe('no-store');
    expect((await sharp(seen.body).metadata()).exif).toBeUndefined();
    const { body: list } = await specialist.get(`/api/requests/${requestId}/attachments`).expect(200);
    expect(list.attachments).toEqual([{ ...body, requestId }]);

    for (const stranger of ['physician', 'otherPhysician', 'networkAdmin'] as const) {
      const agent = await app.signIn(stranger);
      await agent.get(`/api/attachments/${body.id}`).expect(404);
    }
    await app.anonymous().get(`/api/attachments/${body.id}`).expect(401);
    const looked = await app.database.sql(
      `SELECT patient_id FROM event_log WHERE type = 'attachment.viewed' AND subject_id = $1`,
      [body.id],
    );
    expect(looked).toEqual([{ patient_id: patientId }]);
  });

  it('can be taken back until it is sent', async () => {
    const { body } = await add(nurse).expect(201);
    await nurse.delete(`/api/attachments/${body.id}`).expect(200);
    await nurse.get(`/api/attachments/${body.id}`).expect(404);
    const { body: sent } = await add(nurse, `kind=wound&requestId=${requestId}`).expect(201);
    expect(sent.requestId).toBe(requestId);
    const answer = await nurse.delete(`/api/attachments/${sent.id}`).expect(409);
    expect(answer.body.error.code).toBe('attachment_sent');
  });

  it('comes once, however often it is sent with one key', async () => {
    const again = () => add(nurse).set('Idempotency-Key', 'wound-picture-1');
    const [first, second] = await Promise.all([again(), again()]);
    expect(second?.body.id).toBe(first?.body.id);
    expect(await app.database.sql('SELECT id FROM attachment')).toHaveLength(1);
  });

  it('is sent with a request of its own patient once, or nothing of it', async () => {
    const { body: one } = await add(nurse).expect(201);
    await expect(send([one.id, requestId])).rejects.toMatchObject({ code: 'attachment_unknown' });
    expect(await app.database.sql('SELECT id FROM attachment WHERE request_id IS NULL')).toHaveLength(1);
    await send([one.id]);
    await expect(send([one.id])).rejects.toMatchObject({ code: 'attachment_unknown' });
  });

  it('goes with the urgent request that it was taken for, or the request is not made', async () => {
    await app.database.sql(`UPDATE consult_request SET status = 'answered'`);
    const { body: taken } = await add(nurse).expect(201);
    const ask = (attachments: string[]) =>
      nurse.post('/api/urgent-requests').send({ ...urgentBody({ patientId }), attachments });
    const refused = await ask([requestId]).expect(422);
    expect(refused.body.error).toMatchObject({ fields: { attachments: 'attachment_unknown' } });
    const { body } = await ask([taken.id]).expect(201);
    const specialist = await app.signIn('specialist');
    const { body: seen } = await specialist.get(`/api/requests/${body.requestId}/attachments`).expect(200);
    expect(seen.attachments.map(({ id }: { id: string }) => id)).toEqual([taken.id]);
    await endUrgent(app);
  });

  it('is gone after a week when nobody sent it', async () => {
    await add(nurse).expect(201);
    const { body: sent } = await add(nurse, `kind=wound&requestId=${requestId}`).expect(201);
    app.clock.advance(8 * 86_400_000);
    await sweepAttachments(app.deps);
    expect(await app.database.sql('SELECT id FROM attachment')).toEqual([{ id: sent.id }]);
  });
});

describe('what is no picture', () => {
  it.each([
    ['text as a picture', Buffer.from('hallo'), 'image/jpeg', 422, 'picture_unreadable'],
    ['nothing', Buffer.alloc(0), 'image/jpeg', 422, 'picture_missing'],
    ['a text', Buffer.from('hallo'), 'text/plain', 422, 'picture_missing'],
    ['far too much', Buffer.alloc(15_000_001), 'image/jpeg', 413, 'body_too_large'],
  ])('%s is refused', async (_, content, type, status, code) => {
    const answer = await add(nurse, 'kind=wound', content, type).expect(status);
    expect(answer.body.error.code).toBe(code);
    expect(await app.database.sql('SELECT id FROM attachment')).toEqual([]);
  });

  it('reaches no patient of another house, and nobody sends who is not signed in', async () => {
    await add(await app.signIn('physician')).expect(404);
    await add(await app.signIn('specialist')).expect(403);
    await add(app.anonymous()).expect(401);
  });
});

/** What coordinators and specialists are told of gaps, alarms and swaps: once, to whom it concerns, without patients. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellGaps } from '../../server/modules/triage/on-call/tell-gaps.ts';
import {
  choose,
  forgetBookings,
  openTellingWorld,
  publicUrl,
  type TellingWorld,
} from '../support/telling.ts';
import { cardiology, endUrgent, fillHomes, putOnCall, urgentBody } from '../support/urgent.ts';
import { type AccountName, practitioners } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
  await fillHomes(world.app);
});
beforeEach(async () => {
  world.app.clock.set('2026-11-23T12:00:00Z');
  await world.app.database.sql('DELETE FROM on_call_shift');
  await world.app.database.sql('DELETE FROM on_call_gap_notice');
});
afterEach(async () => {
  await endUrgent(world.app);
  await forgetBookings(world);
});
afterAll(() => world.close());

type Name = 'specialist' | 'secondSpecialist';
const put = async (name: Name, startAt: string, endAt: string): Promise<string> => {
  const [row] = await world.app.database.sql<{ id: string }>(
    `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at)
     VALUES ($1, $2, 'primary', $3, $4) RETURNING id`,
    [cardiology, practitioners[name].id, startAt, endAt],
  );
  return row?.id ?? '';
};
type Notice = {
  kind: string;
  startAt: string | null;
  endAt: string | null;
  reason: string | null;
  swap: object | null;
};
const told = async (name: AccountName): Promise<Notice[]> =>
  (await (await world.app.signIn(name)).get('/api/notifications')).body.items.reverse();
const kinds = async (name: AccountName) => (await told(name)).map(({ kind }) => kind);
const mailed = () => world.post.caught.map(({ to, mail }) => `${to.split('@')[0]}: ${mail.subject}`).sort();

describe('a gap', () => {
  const gap = ['2026-11-26T17:00:00.000Z', '2026-11-26T21:00:00.000Z'] as const;
  const plan = async () => {
    await put('specialist', '2026-11-23T08:00:00Z', gap[0]);
    await put('secondSpecialist', gap[1], '2026-12-20T08:00:00Z');
  };
  const look = async () => {
    await tellGaps(world.app.deps);
    await world.app.settle();
  };

  test('is told to the coordinators days ahead and again two hours before, each once', async () => {
    await plan();
    await look();
    await look();
    expect(await told('coordinator')).toEqual([
      expect.objectContaining({ kind: 'on_call_gap', startAt: gap[0], endAt: gap[1], reason: 'days' }),
    ]);
    const words = 'Niemand im Dienst: Kardiologie, Do., 26.11., 18:00 Uhr bis Do., 26.11., 22:00 Uhr';
    expect(mailed()).toEqual([`coordinator: ${words}`]);
    expect(world.post.caught[0]?.mail.text).toContain(`${publicUrl}/dienstplan`);

    world.app.clock.set('2026-11-26T15:30:00Z');
    await look();
    await look();
    expect((await told('coordinator')).map(({ reason }) => reason)).toEqual(['days', 'hours']);
    expect(mailed()).toEqual([`coordinator: ${words}`, `coordinator: ${words}`]);
    for (const name of ['specialist', 'nurse', 'neurologist'] as const) expect(await kinds(name)).toEqual([]);
  });

  test('that was filled before the e-mail leaves is not spoken of, nor is one that is not wanted', async () => {
    await plan();
    await choose(world.app, 'coordinator', { onCall: { inApp: true, email: false } });
    await look();
    expect(mailed()).toEqual([]);
    expect(await kinds('coordinator')).toEqual(['on_call_gap']);

    await choose(world.app, 'coordinator', { onCall: { inApp: false, email: true } });
    world.app.clock.set('2026-11-26T15:30:00Z');
    await tellGaps(world.app.deps);
    await put('specialist', gap[0], gap[1]);
    await world.app.settle();
    expect(mailed()).toEqual([]);
    expect(await kinds('coordinator')).toEqual(['on_call_gap']);
  });
});

describe('an alarm', () => {
  test('reaches the coordinators at once and names no patient', async () => {
    const nurse = await world.app.signIn('nurse');
    const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody())).body;
    await world.app.settle();
    const [notice] = await told('coordinator');
    expect(notice).toMatchObject({ kind: 'urgent_alarmed', reason: 'nobody_reachable', open: true });
    const [mail] = world.post.caught;
    expect(mailed()).toEqual([
      expect.stringMatching(/^coordinator: Alarm: dringende Anfrage K-\d{6} wartet, Kardiologie$/),
    ]);
    const whole = JSON.stringify([notice, mail?.mail]);
    expect(whole).not.toMatch(/Testbewohner|Anna|1938|Fieber|Ramipril/);
    expect(mail?.mail.text).toContain(`${publicUrl}/lage`);
    // When somebody has it, it is no alarm any more.
    const specialist = await world.app.signIn('specialist');
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    expect((await told('coordinator'))[0]).toMatchObject({ open: false });
    expect(await kinds('specialist')).toEqual([]);
  });

  test('whose request was accepted before the e-mail leaves sends none', async () => {
    const nurse = await world.app.signIn('nurse');
    const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody())).body;
    const specialist = await world.app.signIn('specialist');
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    await world.app.settle();
    expect(mailed()).toEqual([]);
    expect(await kinds('coordinator')).toEqual(['urgent_alarmed']);
  });
});

describe('a swap', () => {
  const shift = ['2026-11-26T17:00:00.000Z', '2026-11-26T21:00:00.000Z'] as const;
  const offer = async () => {
    await putOnCall(world.app, {});
    const shiftId = await put('specialist', ...shift);
    const inReturnShiftId = await put('secondSpecialist', '2026-11-27T17:00:00Z', '2026-11-27T21:00:00Z');
    const as = await world.app.signIn('specialist');
    const toPractitionerId = practitioners.secondSpecialist.id;
    const { status, body } = await as
      .post('/api/on-call/swaps')
      .send({ shiftId, toPractitionerId, inReturnShiftId, note: 'Familienfeier' });
    expect(status).toBe(201);
    await world.app.settle();
    return body.id as string;
  };
  const answer = async (id: string, who: Name, what: string) => {
    const as = await world.app.signIn(who);
    expect((await as.post(`/api/on-call/swaps/${id}/answer`).send({ answer: what })).status).toBe(200);
    await world.app.settle();
  };
  const span = 'Do., 26.11., 18:00 Uhr bis Do., 26.11., 22:00 Uhr';

  test('offered and accepted is told to the other one each time, and that it is done to the coordinators', async () => {
    const id = await offer();
    expect(await told('secondSpecialist')).toEqual([
      expect.objectContaining({
        kind: 'swap_offered',
        swap: expect.objectContaining({
          startAt: shift[0],
          endAt: shift[1],
          inReturnAt: '2026-11-27T17:00:00.000Z',
        }),
      }),
    ]);
    expect(await kinds('specialist')).toEqual([]);
    expect(mailed()).toEqual([`secondspecialist: Dienst angeboten: ${span}`]);
    await answer(id, 'secondSpecialist', 'accept');
    expect(await kinds('specialist')).toEqual(['swap_accepted']);
    expect(await kinds('secondSpecialist')).toEqual(['swap_offered']);
    expect(await kinds('coordinator')).toEqual(['swap_done']);
    expect(mailed()).toEqual([
      `secondspecialist: Dienst angeboten: ${span}`,
      `specialist: Diensttausch angenommen: ${span}`,
    ]);
    // The private word of one to the other does not leave by e-mail.
    expect(JSON.stringify(world.post.caught.map(({ mail }) => mail))).not.toContain('Familienfeier');
  });

  test('declined is told to the one who offered, withdrawn to the one it was offered to', async () => {
    await answer(await offer(), 'secondSpecialist', 'decline');
    expect(await kinds('specialist')).toEqual(['swap_declined']);
    await world.app.database.sql('DELETE FROM on_call_shift');
    await answer(await offer(), 'specialist', 'withdraw');
    expect(await kinds('secondSpecialist')).toEqual(['swap_offered', 'swap_offered', 'swap_withdrawn']);
    expect(await kinds('specialist')).toEqual(['swap_declined']);
    expect(await kinds('coordinator')).toEqual([]);
    expect(mailed()).toEqual([
      `secondspecialist: Dienst angeboten: ${span}`,
      `secondspecialist: Dienst angeboten: ${span}`,
      `secondspecialist: Diensttausch zurückgezogen: ${span}`,
      `specialist: Diensttausch abgelehnt: ${span}`,
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellGaps } from '../../server/modules/triage/on-call/tell-gaps.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { cardiology } from '../support/urgent.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
const as = {} as Record<'specialist' | 'secondSpecialist' | 'coordinator' | 'neurologist', Agent>;
beforeAll(async () => {
  app = await createTestApp();
  for (const name of ['specialist', 'secondSpecialist', 'coordinator', 'neurologist'] as const) {
    as[name] = await app.signIn(name);
  }
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T12:00:00Z');
  await app.database.sql('DELETE FROM on_call_shift');
  await app.database.sql('DELETE FROM on_call_gap_notice');
});

const put = async (
  name: 'specialist' | 'secondSpecialist',
  startAt: string,
  endAt: string,
  level = 'primary',
): Promise<string> => {
  const [row] = await app.database.sql<{ id: string }>(
    `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [cardiology, practitioners[name].id, level, startAt, endAt],
  );
  return row?.id ?? '';
};
const holder = async (shiftId: string) => {
  const [row] = await app.database.sql<{ name: string }>(
    `SELECT family_name AS name FROM on_call_shift s JOIN practitioner p ON p.id = s.practitioner_id WHERE s.id = $1`,
    [shiftId],
  );
  return row?.name;
};

describe('gaps', () => {
  const list = async (from: string, until: string) =>
    (await as.coordinator.get('/api/on-call/gaps').query({ departmentId: cardiology, from, until })).body;
  const told = async () =>
    (
      await app.database.sql<{ notice: string; start: string }>(
        `SELECT payload ->> 'notice' AS notice, payload ->> 'startAt' AS start FROM event_log WHERE type = 'on_call.gap' ORDER BY id`,
      )
    ).map(({ notice, start }) => `${notice} ${start}`);

  test('are listed where nobody is on call, and where one level is empty', async () => {
    await put('specialist', '2026-11-23T08:00:00Z', '2026-11-26T17:00:00Z');
    await put('secondSpecialist', '2026-11-23T08:00:00Z', '2026-11-26T15:00:00Z', 'deputy');
    await put('specialist', '2026-11-26T21:00:00Z', '2026-11-30T08:00:00Z');
    await put('secondSpecialist', '2026-11-26T20:00:00Z', '2026-11-30T08:00:00Z', 'deputy');
    expect(await list('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z')).toEqual({
      planned: true,
      gaps: [
        ['2026-11-26T15:00:00.000Z', '2026-11-26T17:00:00.000Z', 'deputy'],
        ['2026-11-26T17:00:00.000Z', '2026-11-26T20:00:00.000Z', 'everybody'],
        ['2026-11-26T20:00:00.000Z', '2026-11-26T21:00:00.000Z', 'primary'],
      ].map(([startAt, endAt, missing]) => ({ departmentId: cardiology, startAt, endAt, missing })),
    });
  });

  test('are none of a department that plans nobody', async () => {
    expect(await list('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z')).toEqual({ planned: false, gaps: [] });
  });

  test('are told once days ahead and once two hours before, however often it is looked', async () => {
    const before = (await told()).length;
    await put('specialist', '2026-11-23T08:00:00Z', '2026-11-26T17:00:00Z');
    await put('specialist', '2026-11-26T21:00:00Z', '2026-12-30T08:00:00Z');
    await Promise.all([tellGaps(app.deps), tellGaps(app.deps)]);
    await tellGaps(app.deps);
    app.clock.set('2026-11-26T14:50:00Z');
    await tellGaps(app.deps);
    expect((await told()).slice(before)).toEqual(['days 2026-11-26T17:00:00.000Z']);
    for (const at of ['2026-11-26T15:00:00Z', '2026-11-26T16:59:00Z', '2026-11-26T20:59:00Z']) {
      app.clock.set(at);
      await tellGaps(app.deps);
    }
    expect((await told()).slice(before)).toEqual([
      'days 2026-11-26T17:00:00.000Z',
      'hours 2026-11-26T17:00:00.000Z',
    ]);
  });

  test('one that appears shortly before is told at once, one that was filled is not told', async () => {
    const before = (await told()).length;
    await put('specialist', '2026-11-23T08:00:00Z', '2026-11-23T13:00:00Z');
    await tellGaps(app.deps);
    expect((await told()).slice(before)).toEqual(['hours 2026-11-23T13:00:00.000Z']);
    await put('secondSpecialist', '2026-11-23T13:00:00Z', '2026-12-23T13:00:00Z');
    app.clock.set('2026-11-24T12:00:00Z');
    await tellGaps(app.deps);
    expect((await told()).length).toBe(before + 1);
  });
});

describe('swaps', () => {
  const offer = (shiftId: string, change: object = {}, by = as.specialist) =>
    by
      .post('/api/on-call/swaps')
      .send({ shiftId, toPractitionerId: practitioners.secondSpecialist.id, ...change });
  const answer = (by: Agent, id: string, what: string) =>
    by.post(`/api/on-call/swaps/${id}/answer`).send({ answer: what });
  const list = async (by: Agent) => (await by.get('/api/on-call/swaps')).body.swaps;

  test('an offered shift changes hands when the colleague accepts, and the coordinator sees it', async () => {
    const shift = await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    const made = await offer(shift, { note: 'Fortbildung' });
    expect(made.body).toMatchObject({
      state: 'offered',
      shift: { id: shift },
      from: { name: 'Dr. med. Test Herzmuster' },
      to: { name: 'Dr. med. Test Herzprobe' },
      inReturn: null,
      note: 'Fortbildung',
    });
    expect(await holder(shift)).toBe('Herzmuster');
    expect((await answer(as.secondSpecialist, made.body.id, 'accept')).body).toMatchObject({
      state: 'accepted',
    });
    expect(await holder(shift)).toBe('Herzprobe');
    expect(await list(as.coordinator)).toMatchObject([{ id: made.body.id, state: 'accepted' }]);
    expect(await list(as.neurologist)).toEqual([]);
  });

  test('in exchange, both shifts change hands or none', async () => {
    const given = await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    const taken = await put('secondSpecialist', '2026-11-27T08:00:00Z', '2026-11-28T08:00:00Z');
    const made = await offer(given, { inReturnShiftId: taken });
    await answer(as.secondSpecialist, made.body.id, 'accept');
    expect([await holder(given), await holder(taken)]).toEqual(['Herzprobe', 'Herzmuster']);

    const again = await offer(taken, { inReturnShiftId: given });
    await app.database.sql('UPDATE on_call_shift SET practitioner_id = $1 WHERE id = $2', [
      practitioners.specialist.id,
      given,
    ]);
    expect((await answer(as.secondSpecialist, again.body.id, 'accept')).body.error.code).toBe('swap_state');
    expect(await holder(taken)).toBe('Herzmuster');
  });

  test('of accepting and withdrawing at once one holds, and an answered offer is not answered again', async () => {
    const shift = await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    const { id } = (await offer(shift)).body;
    const both = await Promise.all([
      answer(as.secondSpecialist, id, 'accept'),
      answer(as.specialist, id, 'withdraw'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await holder(shift)).toBe(both[0]?.status === 200 ? 'Herzprobe' : 'Herzmuster');
    expect((await answer(as.secondSpecialist, id, 'decline')).body.error.code).toBe('swap_state');
  });

  test('who is on call then already takes no second shift', async () => {
    const shift = await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    await put('secondSpecialist', '2026-11-25T20:00:00Z', '2026-11-26T20:00:00Z', 'deputy');
    expect((await offer(shift)).body.error.code).toBe('on_call_double');
  });

  test.each([
    ['a foreign shift', { by: 'secondSpecialist' }, 'shiftId', 'shift_unknown'],
    [
      'oneself',
      { toPractitionerId: practitioners.specialist.id },
      'toPractitionerId',
      'practitioner_unknown',
    ],
    [
      'another department',
      { toPractitionerId: practitioners.neurologist.id },
      'toPractitionerId',
      'practitioner_unknown',
    ],
    ['a past shift', { past: true }, 'shiftId', 'shift_over'],
  ])(
    '%s is refused at its field',
    async (_what, { by, past, ...change }: Record<string, unknown>, field, code) => {
      const shift = past
        ? await put('specialist', '2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z')
        : await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
      const to = by ? { toPractitionerId: practitioners.specialist.id } : {};
      const refused = await offer(shift, { ...to, ...change }, by ? as.secondSpecialist : as.specialist);
      expect([refused.status, refused.body.error.fields]).toEqual([422, { [field]: code }]);
    },
  );

  test('a shift is offered once at a time, and nobody answers for another', async () => {
    const shift = await put('specialist', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z');
    const { id } = (await offer(shift)).body;
    expect((await offer(shift)).body.error.code).toBe('swap_state');
    expect((await answer(as.specialist, id, 'accept')).status).toBe(404);
    expect((await answer(as.secondSpecialist, id, 'withdraw')).status).toBe(404);
    expect((await answer(as.neurologist, id, 'accept')).status).toBe(404);
    expect((await answer(as.coordinator, id, 'accept')).status).toBe(403);
    expect((await answer(as.specialist, id, 'withdraw')).body.state).toBe('withdrawn');
  });
});

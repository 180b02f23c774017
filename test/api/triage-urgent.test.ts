import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { endUrgent, fillHomes, geriatrics, residents, urgentBody } from '../support/urgent.ts';
import { departments, organisations } from '../support/world.ts';

let app: TestApp;
let nurse: Agent;
let specialist: Agent;
let second: Agent;

beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  nurse = await app.signIn('nurse');
  specialist = await app.signIn('specialist');
  second = await app.signIn('secondSpecialist');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T19:40:00Z');
  await endUrgent(app);
});

const raise = (change: Record<string, unknown> = {}, as = nurse) =>
  as.post('/api/urgent-requests').send(urgentBody(change));
const raised = async (change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await raise(change);
  expect(answer.body).toEqual({ requestId: expect.any(String) });
  return answer.body.requestId;
};
const queueOf = async (as: Agent): Promise<{ requestId: string; before: string | null }[]> =>
  (await as.get('/api/urgent-requests/queue')).body.items;
const events = (requestId: string) =>
  app.database.sql<{ type: string; payload: Record<string, unknown> }>(
    'SELECT type, payload FROM event_log WHERE request_id = $1 ORDER BY id',
    [requestId],
  );

/** One more cardiologist of the hospital. */
async function colleague(n: number): Promise<{ name: string; as: Agent }> {
  const name = `Dr. Test Nummer ${n}`;
  const [row] = await app.database.sql<{ id: string }>(
    `WITH p AS (INSERT INTO practitioner (organisation_id, department_id, given_name, family_name) VALUES ($1, $2, 'Test', $3) RETURNING id)
     INSERT INTO account (email, password_hash, role, display_name, organisation_id, department_id, practitioner_id)
     SELECT $4, 'none', 'specialist', $3, $1, $2, p.id FROM p RETURNING id`,
    [organisations.hospital.id, departments.cardiology.id, name, `nummer${n}@test.telkonnet.example`],
  );
  return { name, as: await app.signInAs(row!.id) };
}

describe('raising', () => {
  test('the request, its consent and its values appear on the department’s queue', async () => {
    const requestId = await raised();
    const [item] = await queueOf(specialist);
    expect(item).toMatchObject({
      requestId,
      urgency: 'today',
      targetAt: '2026-11-23T23:40:00.000Z',
      question: 'Fieber seit heute Morgen, isst nicht',
      requester: { organisation: 'Heim Testblick', person: 'Test nurse', phone: '0441 000000' },
      news2: { value: 2, complete: false },
      news2Before: expect.toSatisfy((value) => value === null || Number.isInteger(value)),
      before: null,
    });
    const whole = (await specialist.get(`/api/urgent-requests/${requestId}`)).body;
    expect(whole).toMatchObject({
      request: {
        status: 'waiting',
        side: 'provider',
        medication: 'Ramipril 5 mg',
        allergies: '',
        consent: { giver: 'presumed' },
        patient: { familyName: 'Testbewohner', room: '12' },
      },
      onset: 'hours',
      wanted: 'look',
      suggested: { urgency: 'today', rules: '2026.1' },
      claimedBy: null,
    });
    expect(whole.vitalSigns[0].values).toMatchObject({ temperature: 38.4, pulse: 96, systolic: null });
    expect((await events(requestId)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['request.created', 'vital_signs.taken', 'urgent.raised', 'request.viewed']),
    );
  });

  test('who does not know the specialty asks geriatrics', async () => {
    const requestId = await raised({ specialtyCode: null });
    expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body.request.provider.department.id).toBe(
      geriatrics,
    );
    expect(await queueOf(specialist)).toEqual([]);
  });

  test('a second open request for the same resident is refused and names the first', async () => {
    const requestId = await raised();
    const again = await raise({ situations: ['fall'] });
    expect([again.status, again.body.error]).toEqual([
      409,
      expect.objectContaining({ code: 'urgent_request_open', data: { requestId } }),
    ]);
  });

  test('two nurses who ask for the same resident at once make one request', async () => {
    const both = await Promise.all([raise(), raise({ question: 'Bitte ansehen' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('the same key is answered once, the same key with another body is refused', async () => {
    const send = (body: object) =>
      nurse.post('/api/urgent-requests').set('Idempotency-Key', 'tablet-0000001').send(body);
    const [first, repeat] = await Promise.all([send(urgentBody()), send(urgentBody())]);
    expect(repeat?.body).toEqual(first?.body);
    expect((await queueOf(specialist)).length).toBe(1);
    const other = await send(urgentBody({ question: 'Etwas anderes' }));
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency_key_reused']);
  });

  test.each([
    [{ vitals: { oxygenSaturation: 130 } }, 'vitals.oxygenSaturation', 'probably_other_field'],
    [{ vitals: { temperature: 100.4 } }, 'vitals.temperature', 'probably_fahrenheit'],
    [{ vitals: { systolic: 80, diastolic: 90 } }, 'vitals.diastolic', 'diastolic_not_below_systolic'],
    [{ vitals: { puls: 80 } }, 'vitals.puls', 'unknown_field'],
    [{ vitals: { pulse: '80' } }, 'vitals.pulse', 'invalid_type'],
    [{ situations: [] }, 'situations', 'situation_missing'],
    [{ situations: ['made_up'] }, 'situations', 'situation_unknown'],
    [{ situations: ['stroke_signs'] }, 'urgencyReason', 'urgency_reason_missing'],
    [{ specialtyCode: 'alchemy' }, 'specialtyCode', 'specialty_unknown'],
    [{ question: ' ' }, 'question', 'question_missing'],
    [{ callbackPhone: 'keine' }, 'callbackPhone', 'phone_invalid'],
    [{ urgency: 'routine' }, 'urgency', 'invalid_value'],
    [
      { consent: { giver: 'guardian', form: 'verbal', wording: 'telekonsil-1' } },
      'consent.giverName',
      'required',
    ],
    [{ consent: undefined }, 'consent', 'invalid_type'],
  ])('%j is refused at its field', async (change, field, code) => {
    const answer = await raise(change);
    expect([answer.status, answer.body.error.fields]).toEqual([
      422,
      expect.objectContaining({ [field]: code }),
    ]);
    expect(await queueOf(specialist)).toEqual([]);
  });

  test('the nurse may raise the urgency freely and lower it with a reason', async () => {
    const lowered = await raised({ situations: ['stroke_signs'], urgencyReason: 'Seit Jahren unverändert' });
    expect((await nurse.get(`/api/urgent-requests/${lowered}`)).body).toMatchObject({
      urgency: 'today',
      suggested: { urgency: 'immediate', because: ['stroke_signs'] },
      urgencyReason: 'Seit Jahren unverändert',
    });
    const higher = await raised({ patientId: residents.bruno.id, urgency: 'immediate' });
    expect((await queueOf(specialist))[0]).toMatchObject({
      requestId: higher,
      targetAt: '2026-11-23T19:43:00.000Z',
    });
  });

  test('a resident of another house does not exist', async () => {
    const answer = await raise({ patientId: residents.elsewhere.id });
    expect([answer.status, answer.body.error.code]).toEqual([404, 'patient_not_found']);
  });

  test.each([
    'physician',
    'specialist',
    'coordinator',
    'networkAdmin',
    'evaluator',
    'privacyOfficer',
  ] as const)('a %s raises none', async (name) => {
    expect((await raise({}, await app.signIn(name))).status).toBe(403);
  });
});

describe('who sees a request', () => {
  test.each(['otherNurse', 'neurologist', 'physician', 'networkAdmin', 'evaluator'] as const)(
    'it does not exist for %s',
    async (name) => {
      const requestId = await raised();
      const stranger = await app.signIn(name);
      expect((await stranger.get(`/api/urgent-requests/${requestId}`)).status).toBe(404);
      expect(
        (await stranger.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' })).status,
      ).toBe(404);
      expect((await stranger.post(`/api/urgent-requests/${requestId}/claim`)).status).toBeGreaterThanOrEqual(
        403,
      );
      expect(
        (await stranger.post(`/api/urgent-requests/${requestId}/vital-signs`).send({ vitals: { pulse: 80 } }))
          .status,
      ).toBe(404);
    },
  );
});

describe('the queue', () => {
  test('goes by urgency, NEWS2 and waiting time, says why, and counts the patients as seen', async () => {
    const calm = await raised({ vitals: {}, situations: ['wound'] });
    app.clock.advance(60_000);
    const worse = await raised({ patientId: residents.bruno.id, vitals: { pulse: 115 } });
    app.clock.advance(60_000);
    const worst = await raised({
      patientId: residents.clara.id,
      situations: ['chest_pain'],
      urgency: 'immediate',
      vitals: {},
    });
    const items = await queueOf(specialist);
    expect(items.map(({ requestId, before }) => [requestId, before])).toEqual([
      [worst, 'urgency'],
      [worse, 'news2'],
      [calm, null],
    ]);
    const seen = await app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' AND subject_id = 'urgent-queue' ORDER BY id DESC LIMIT 1`,
    );
    expect(seen[0]?.payload.patientIds.length).toBe(3);
  });

  test('values added while waiting order it anew and may raise the urgency, never lower it', async () => {
    const first = await raised();
    app.clock.advance(60_000);
    const other = await raised({ patientId: residents.bruno.id });
    expect((await queueOf(specialist)).map(({ requestId }) => requestId)).toEqual([first, other]);
    const add = (vitals: object) => nurse.post(`/api/urgent-requests/${other}/vital-signs`).send({ vitals });
    expect(
      (await add({ respiratoryRate: 26, oxygenSaturation: 91, consciousness: 'confusion' })).body,
    ).toEqual({
      requestId: other,
      // With the fever and the pulse of the first set.
      news2: 11,
      urgency: 'immediate',
    });
    expect((await queueOf(specialist))[0]).toMatchObject({
      requestId: other,
      urgency: 'immediate',
      targetAt: '2026-11-23T19:44:00.000Z',
      news2: { value: 11, complete: false },
      news2Before: 2,
    });
    expect(
      (await add({ respiratoryRate: 16, oxygenSaturation: 97, consciousness: 'alert' })).body,
    ).toMatchObject({
      news2: 2,
      urgency: 'immediate',
    });
    expect((await add({})).body.error.code).toBe('vital_signs_missing');
  });

  test('is the department’s alone', async () => {
    await raised();
    expect(await queueOf(await app.signIn('neurologist'))).toEqual([]);
    expect((await queueOf(await app.signIn('coordinator'))).length).toBe(1);
    expect((await nurse.get('/api/urgent-requests/queue')).status).toBe(403);
  });
});

describe('claiming', () => {
  test('of fifty who claim at once one gets it, forty-nine hear politely who', async () => {
    const requestId = await raised();
    const colleagues: Awaited<ReturnType<typeof colleague>>[] = [];
    for (let n = 0; n < 50; n += 1) colleagues.push(await colleague(n));
    const claims = await Promise.all(
      colleagues.map(async ({ name, as }) => ({
        name,
        answer: await as.post(`/api/urgent-requests/${requestId}/claim`),
      })),
    );
    const winners = claims.filter(({ answer }) => answer.status === 200);
    const losers = claims.filter(({ answer }) => answer.status !== 200);
    expect([winners.length, losers.length]).toEqual([1, 49]);
    for (const { answer } of losers) {
      expect(answer.status).toBe(409);
      expect(answer.body.error).toMatchObject({ code: 'already_claimed', data: { by: winners[0]?.name } });
    }
    expect((await events(requestId)).filter(({ type }) => type === 'urgent.claimed').length).toBe(1);
    expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body).toMatchObject({
      request: { status: 'accepted' },
      claimedBy: winners[0]?.name,
    });
    expect(await queueOf(specialist)).toEqual([]);
  });

  test('who has claimed it may press again', async () => {
    const requestId = await raised();
    const claim = () => specialist.post(`/api/urgent-requests/${requestId}/claim`);
    expect([(await claim()).status, (await claim()).status]).toEqual([200, 200]);
    expect((await second.post(`/api/urgent-requests/${requestId}/claim`)).body.error.data).toEqual({
      by: 'Test specialist',
    });
  });

  test('a withdrawn request cannot be claimed', async () => {
    const requestId = await raised();
    expect(
      (await nurse.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' })).status,
    ).toBe(200);
    const late = await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    expect(late.body.error).toMatchObject({ code: 'request_state', data: { status: 'withdrawn' } });
    expect(
      (await nurse.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' })).status,
    ).toBe(409);
  });

  test('an accepted one is on the own day, and can be handed back by its holder only', async () => {
    const requestId = await raised();
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    expect((await specialist.get('/api/own-day')).body.items).toMatchObject([
      {
        requestId,
        kind: 'urgent',
        status: 'accepted',
        roomFrom: '2026-11-23T19:40:00.000Z',
        reportOwed: false,
      },
    ]);
    const back = (as: Agent) =>
      as.post(`/api/urgent-requests/${requestId}/hand-back`).send({ reason: 'interrupted' });
    expect((await back(second)).body.error.code).toBe('request_state');
    expect((await back(specialist)).status).toBe(200);
    expect((await queueOf(second)).map((item) => item.requestId)).toEqual([requestId]);
    expect((await second.post(`/api/urgent-requests/${requestId}/claim`)).status).toBe(200);
  });

  test('the coordinator sees the queue but takes nobody', async () => {
    const requestId = await raised();
    const coordinator = await app.signIn('coordinator');
    expect((await coordinator.post(`/api/urgent-requests/${requestId}/claim`)).status).toBe(403);
  });
});

describe('passing on', () => {
  test('the other department gets it, the own one loses sight of it', async () => {
    const requestId = await raised();
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    const pass = (departmentId: string) =>
      specialist.post(`/api/urgent-requests/${requestId}/pass`).send({ departmentId });
    expect((await pass(departments.cardiology.id)).body.error.fields).toEqual({
      departmentId: 'department_unknown',
    });
    expect((await pass(departments.neurology.id)).status).toBe(200);
    const neurologist = await app.signIn('neurologist');
    expect((await queueOf(neurologist)).map((item) => item.requestId)).toEqual([requestId]);
    expect((await specialist.get(`/api/urgent-requests/${requestId}`)).status).toBe(404);
    expect((await neurologist.get(`/api/urgent-requests/${requestId}`)).body).toMatchObject({
      request: { status: 'waiting', provider: { practitioner: null } },
      claimedBy: null,
    });
    expect((await neurologist.post(`/api/urgent-requests/${requestId}/claim`)).status).toBe(200);
  });

  test('a colleague’s request is not passed on', async () => {
    const requestId = await raised();
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    const answer = await second
      .post(`/api/urgent-requests/${requestId}/pass`)
      .send({ departmentId: departments.neurology.id });
    expect(answer.body.error.code).toBe('request_state');
  });
});

test('the form is told the specialties, who is on call, and the own number', async () => {
  const { body } = await nurse.get('/api/urgent-requests/options');
  expect(body).toMatchObject({ callbackPhone: '0441 000000', defaultSpecialty: 'geriatrics' });
  expect(body.specialties.map(({ code }: { code: string }) => code)).toEqual([
    'geriatrics',
    'cardiology',
    'neurology',
  ]);
});

test('the board shows what waits, runs, ended and was missed today', async () => {
  const ids = [
    await raised(),
    await raised({ patientId: residents.bruno.id }),
    await raised({ patientId: residents.clara.id }),
  ];
  await specialist.post(`/api/urgent-requests/${ids[0]}/claim`);
  await nurse.post(`/api/urgent-requests/${ids[1]}/withdraw`).send({ reason: 'ambulance_called' });
  const { items } = (await (await app.signIn('coordinator')).get('/api/urgent-requests/board')).body;
  const states = new Map(
    items.map((item: { requestId: string; state: string }) => [item.requestId, item.state]),
  );
  expect(ids.map((id) => states.get(id))).toEqual(['accepted', 'missed', 'waiting']);
});

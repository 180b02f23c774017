/**
 * Random stories of raising, ringing, answering, accepting, lost lines and killed servers, told to the real queue on
 * PostgreSQL and to a plain model of it; after every step both must say the same. What comes at once must come out as
 * if it had come one after the other, in whichever order.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ringForDepartments } from '../../server/modules/triage/ladder/ring-for-account.ts';
import { doStepJob, sweepLadders } from '../../server/modules/triage/ladder/work-steps.ts';
import { sweepVanished } from '../../server/modules/triage/presence/vanish.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import {
  arrive,
  cardiology,
  depart,
  endUrgent,
  fillHomes,
  geriatrics,
  killServer,
  pass,
  putOnCall,
  residents,
  takeStepJobs,
  urgentBody,
} from '../support/urgent.ts';
import {
  acts,
  beginning,
  type Model,
  type Name,
  names,
  people,
  queueOf,
  type Request,
  settle,
  type Urgency,
} from '../support/urgent-model.ts';
import { accounts, organisations } from '../support/world.ts';

/** How many stories; more by MODEL_RUNS. */
const runs = Number(process.env.MODEL_RUNS ?? 25);
const start = '2026-11-23T19:40:00.000Z';
const patients: string[] = [residents.anna.id, residents.bruno.id, residents.clara.id];

let app: TestApp;
let nurse: Agent;
const idOf = {} as Record<Name, string>;
const agentOf = {} as Record<Name, Agent>;

beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  nurse = await app.signIn('nurse');
  Object.assign(idOf, {
    primary: accounts.specialist.id,
    deputy: accounts.secondSpecialist.id,
    coordinator: accounts.coordinator.id,
    third: await addSpecialist(cardiology, 'third'),
    fourth: await addSpecialist(cardiology, 'fourth'),
    next: await addSpecialist(geriatrics, 'next'),
  });
  for (const name of names) agentOf[name] = await app.signInAs(idOf[name]);
  await app.database.sql('UPDATE department SET next_department_id = $1 WHERE id = $2', [
    geriatrics,
    cardiology,
  ]);
}, 60_000);
afterAll(() => app.close());

const addSpecialist = async (departmentId: string, name: string): Promise<string> => {
  const [row] = await app.database.sql<{ id: string }>(
    `WITH p AS (INSERT INTO practitioner (organisation_id, department_id, given_name, family_name) VALUES ($1, $2, 'Test', $3) RETURNING id)
     INSERT INTO account (email, password_hash, role, display_name, organisation_id, department_id, practitioner_id)
     SELECT $4, 'none', 'specialist', $3, $1, $2, p.id FROM p RETURNING id`,
    [organisations.hospital.id, departmentId, name, `${name}@test.telkonnet.example`],
  );
  return row?.id ?? '';
};

const reset = async (): Promise<void> => {
  app.clock.set(start);
  await endUrgent(app);
  await app.database.sql('DELETE FROM presence');
  await app.database.sql('DELETE FROM server_process');
  await app.database.sql(`DELETE FROM pgboss.job WHERE name = 'triage.step'`);
  await putOnCall(app, { primary: 'specialist', deputy: 'secondSpecialist' });
  await app.database.sql('DELETE FROM on_call_shift WHERE department_id = $1', [geriatrics]);
  await app.database.sql(
    `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at)
     SELECT department_id, practitioner_id, 'primary', '2026-11-01', '2027-12-01' FROM account WHERE id = $1`,
    [idOf.next],
  );
};

type Call =
  | { what: 'claim' | 'decline' | 'later' | 'handBack' | 'pass'; resident: number; who: Name }
  | { what: 'withdraw'; resident: number };
type Move =
  | { what: 'raise'; resident: number; urgency: Urgency }
  | { what: 'come' | 'go'; who: Name }
  | { what: 'kill' }
  /** What was due is done by its job, by its job twice, or found overdue because the job was lost. */
  | { what: 'wait'; seconds: number; jobs: 'once' | 'twice' | 'lost' }
  | { what: 'atOnce'; calls: Call[] };

const who = fc.constantFrom(...names);
const resident = fc.nat({ max: patients.length - 1 });
const call: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constantFrom('claim', 'decline', 'later', 'handBack', 'pass'),
      resident,
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('withdraw'), resident }) },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('raise'),
      resident,
      urgency: fc.constantFrom('immediate', 'urgent', 'today'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('come', 'come', 'go'), who }) },
  { weight: 1, arbitrary: fc.constant({ what: 'kill' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('wait'),
      seconds: fc.constantFrom(1, 7, 8, 20, 40, 120, 300, 900),
      jobs: fc.constantFrom('once', 'twice', 'lost'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('atOnce'),
      calls: fc.array(call, { minLength: 1, maxLength: 3 }),
    }),
  },
);
/** Somebody is there when it begins, or most stories are of nobody. */
const story = fc.tuple(fc.subarray(names, { minLength: 1 }), fc.array(move, { minLength: 3, maxLength: 14 }));

test(
  'every story ends as the model says, whatever is lost, comes twice or comes at once',
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async ([there, moves]) => {
        await reset();
        let model = beginning();
        const requestIds: string[] = [];
        for (const one of there) await come(model, one);
        for (const one of [{ what: 'raise', resident: 0, urgency: 'immediate' } as const, ...moves]) {
          model = await make(model, requestIds, one);
          expect(await stateOf(requestIds)).toEqual(model.requests.map(shown));
        }
        expect(await queue()).toEqual(queueOf(model, 'cardiology'));
        expect(await rungTwice(requestIds)).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  },
  60_000 + runs * 6_000,
);

async function make(model: Model, requestIds: string[], one: Move): Promise<Model> {
  if (one.what === 'raise') {
    const body = urgentBody({
      patientId: patients[one.resident],
      urgency: one.urgency,
      situations: ['wound'],
      vitals: {},
    });
    const answer = await nurse.post('/api/urgent-requests').send(body);
    expect(answer.status).toBe(acts.raise(model, one.resident, one.urgency) ? 201 : 409);
    if (answer.status === 201) requestIds.push(answer.body.requestId);
    return model;
  }
  if (one.what === 'come') await come(model, one.who);
  if (one.what === 'go') {
    await depart(app, idOf[one.who]);
    acts.go(model, one.who);
  }
  if (one.what === 'kill') {
    await killServer(app);
    acts.kill(model);
  }
  if (one.what === 'wait') {
    await pass(app, one.seconds * 1000);
    model.now += one.seconds;
    const jobs = await takeStepJobs(app);
    const delivered = { once: jobs, twice: [...jobs, ...jobs], lost: [] }[one.jobs];
    for (const job of delivered) await doStepJob(app.deps, job);
    // Two server processes look for what is overdue.
    await Promise.all([sweepLadders(app.deps), sweepLadders(app.deps)]);
    await Promise.all([sweepVanished(app.deps), sweepVanished(app.deps)]);
    settle(model);
  }
  return one.what === 'atOnce' ? atOnce(model, requestIds, one.calls) : model;
}

async function come(model: Model, name: Name): Promise<void> {
  await arrive(app, idOf[name]);
  await ringForDepartments(app.deps, [people[name].department === 'cardiology' ? cardiology : geriatrics]);
  acts.come(model, name);
}

/** Calls that run at once: some order of them gives the same answers and the same end. */
async function atOnce(model: Model, requestIds: string[], calls: Call[]): Promise<Model> {
  const meant = calls.flatMap((one) => {
    const at = model.requests.findLastIndex(({ resident: of }) => of === one.resident);
    return at < 0 ? [] : [{ ...one, at }];
  });
  const answers = await Promise.all(
    meant.map(async (one) => (await send(one, requestIds[one.at] ?? '')) === 200),
  );
  const real = await stateOf(requestIds);
  const ends = orders(meant.map((one, n) => ({ one, answer: answers[n] }))).flatMap((ordered) => {
    const end = structuredClone(model);
    const asAnswered = ordered.every(({ one, answer }) => does(end, one, one.at) === answer);
    return asAnswered ? [end] : [];
  });
  const fitting = ends.find((end) => isDeepStrictEqual(end.requests.map(shown), real));
  expect(fitting ?? { answers, ends: ends.map((end) => end.requests.map(shown)) }, 'some order').toEqual(
    fitting ?? { real },
  );
  return fitting ?? model;
}

const orders = <T>(all: T[]): T[][] =>
  all.length < 2
    ? [all]
    : all.flatMap((one, at) => orders(all.filter((_, n) => n !== at)).map((rest) => [one, ...rest]));

async function send(one: Call, requestId: string): Promise<number> {
  const to = (by: Agent, path: string, body: object = {}) =>
    by.post(`/api/urgent-requests/${requestId}/${path}`).send(body);
  if (one.what === 'withdraw') return (await to(nurse, 'withdraw', { reason: 'better' })).status;
  const by = agentOf[one.who];
  const answer = await {
    claim: () => to(by, 'claim'),
    decline: () => to(by, 'decline', { reason: 'busy' }),
    later: () => to(by, 'later'),
    handBack: () => to(by, 'hand-back', { reason: 'interrupted' }),
    pass: () => to(by, 'pass', { departmentId: geriatrics }),
  }[one.what]();
  expect(answer.status).toBeLessThan(500);
  return answer.status;
}

function does(model: Model, one: Call, at: number): boolean {
  const request = model.requests[at];
  if (!request) return false;
  if (one.what === 'withdraw') return acts.withdraw(model, request);
  const { department, role } = people[one.who];
  if (department !== request.department) {
    // Of the next level: reached while it rings there, and takes it along by accepting.
    const isReached = request.ringing.includes(one.who);
    if (!isReached || one.what === 'handBack' || one.what === 'pass') return false;
  }
  if (role === 'coordinator' && (one.what === 'claim' || one.what === 'handBack')) return false;
  if (one.what === 'pass' && request.department === 'geriatrics') return false;
  return acts[one.what](model, request, one.who);
}

/** What both sides are compared by. */
const shown = (request: Request) => ({
  status: request.status,
  department: request.department,
  step: request.step,
  due: request.due,
  skipped: request.skipped,
  alarm: request.alarm,
  ringing: [...request.ringing].sort(),
  promises: request.status === 'waiting' ? Object.entries(request.promises).sort() : [],
  holder: request.holder,
  cameBack: request.cameBack,
});

type Row = Omit<ReturnType<typeof shown>, 'department'> & { requestId: string; department: string };

async function stateOf(requestIds: string[]): Promise<ReturnType<typeof shown>[]> {
  const rows = await app.database.sql<Row>(
    `SELECT u.request_id AS "requestId", r.status::text, r.provider_department_id AS department, u.step::text,
       extract(epoch from u.step_due_at - $2::timestamptz)::int AS due, u.skipped, u.alarm,
       u.claimed_by_id AS holder, u.came_back_reason AS "cameBack",
       ARRAY(SELECT account_id::text FROM urgent_ring k WHERE k.request_id = u.request_id AND ended_at IS NULL) AS ringing,
       ARRAY(SELECT account_id || ' ' || extract(epoch from until - $2::timestamptz)::int FROM urgent_ring k
         WHERE k.request_id = u.request_id AND k.round = u.round AND answer = 'later' AND resumed_at IS NULL) AS promises
     FROM urgent_request u JOIN consult_request r ON r.id = u.request_id WHERE u.request_id = ANY ($1)`,
    [requestIds, start],
  );
  const nameOf = (id: string | null) => names.find((name) => idOf[name] === id) ?? null;
  return requestIds.map((id) => {
    const found = rows.find(({ requestId }) => requestId === id);
    if (!found) throw new Error(`request ${id} is lost`);
    const { requestId: _, ...row } = found;
    return {
      ...row,
      department: row.department === geriatrics ? 'geriatrics' : 'cardiology',
      ringing: row.ringing.map((one) => nameOf(one) as Name).sort(),
      promises:
        row.status === 'waiting'
          ? row.promises
              .map((one) => String(one).split(' '))
              .map(([of = '', until]): [string, number] => [nameOf(of) ?? '', Number(until)])
              .sort()
          : [],
      holder: nameOf(row.holder),
    };
  });
}

const queue = async (): Promise<number[]> => {
  const { items } = (await agentOf.primary.get('/api/urgent-requests/queue')).body;
  return items.map((one: { patient: { id: string } }) => patients.indexOf(one.patient.id));
};

/** Steps that began twice in one round. */
const rungTwice = (requestIds: string[]) =>
  app.database.sql(
    `SELECT request_id, payload ->> 'round', payload ->> 'step' FROM event_log
     WHERE type = 'urgent.rung' AND payload ->> 'why' <> 'along' AND request_id = ANY ($1)
     GROUP BY 1, 2, 3 HAVING count(*) > 1`,
    [requestIds],
  );

/**
 * The waiting list against a small model that keeps it on paper: whatever is entered, freed, accepted, declined, left to
 * expire, withdrawn or changed, each freed time is offered to exactly the right entry, never to two, and nobody is skipped.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { anyTime, emptyList, enter, free, takeTime } from '../support/waiting.ts';
import {
  begin,
  createPaper,
  minute,
  type Paper,
  secondPerson,
  times,
  wishes,
} from '../support/waiting-on-paper.ts';

const nth = fc.nat(20);
const wishAt = fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5);
const entering = fc.record({
  kind: fc.constant('enter' as const),
  by: fc.boolean(),
  wish: wishAt,
  urgent: fc.boolean(),
});
const command = fc.oneof(
  { weight: 2, arbitrary: entering },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('free' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), nth }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'withdraw' as const, 'take' as const),
      nth,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('change' as const), nth, wish: wishAt, urgent: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.constantFrom(1, 30, 121, 121) }),
  },
);
/** Some wait before the first time is freed. */
const course = fc
  .tuple(
    fc.array(entering, { minLength: 3, maxLength: 4 }),
    fc.array(command, { minLength: 8, maxLength: 20 }),
  )
  .map(([first, then]) => [...first, ...then]);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app, { ahead: 6 });
  await addRoster(app, { practitionerId: secondPerson, from: '15:00', until: '15:40', ahead: 6 });
  await addRoster(app, { practitionerId: secondPerson, weekday: 3, until: '09:20', ahead: 6 });
});
afterAll(() => app.close());

/** Every time taken, nobody waiting. */
async function start(): Promise<{ paper: Paper; practices: [Agent, Agent] }> {
  app.clock.set(new Date(begin));
  await emptyList(app);
  const practices: [Agent, Agent] = [await app.signIn('assistant'), await app.signIn('otherPhysician')];
  const paper = createPaper();
  for (const time of times) {
    const id = await takeTime(practices[1], time.who, time.startAt);
    paper.holders.set(time, { kind: 'booked', id, agent: practices[1] });
  }
  return { paper, practices };
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const wishOf = (wish: number, urgent: boolean) => ({
  ...anyTime,
  ...wishes[wish]?.wish,
  urgency: urgent ? 'urgent' : 'routine',
});

/** The same done to both. */
async function run(given: Command, paper: Paper, practices: [Agent, Agent]): Promise<void> {
  const waiting = paper.entries.filter(({ state }) => state !== 'over');
  const offered = paper.entries.filter(({ state }) => state === 'offered');
  switch (given.kind) {
    case 'enter': {
      if (waiting.length >= 6) return;
      const agent = practices[given.by ? 0 : 1];
      const { body } = await enter(agent, wishOf(given.wish, given.urgent)).expect(201);
      const { wish, urgent } = given;
      paper.entries.push({
        id: body.entry.id,
        agent,
        wish,
        urgent,
        since: paper.now,
        state: 'waiting',
        refused: new Set(),
      });
      return;
    }
    case 'free': {
      const time = pick(
        times.filter(
          (one) => paper.holders.get(one)?.kind === 'booked' && Date.parse(one.startAt) > paper.now,
        ),
        given.nth,
      );
      const holder = time && paper.holders.get(time);
      if (!time || holder?.kind !== 'booked') return;
      await free(holder.agent, holder.id);
      paper.holders.set(time, { kind: 'free' });
      return;
    }
    case 'take': {
      const time = pick(
        times.filter((one) => paper.holders.get(one)?.kind === 'free' && Date.parse(one.startAt) > paper.now),
        given.nth,
      );
      if (!time) return;
      const id = await takeTime(practices[0], time.who, time.startAt);
      paper.holders.set(time, { kind: 'booked', id, agent: practices[0] });
      return;
    }
    case 'accept':
    case 'decline': {
      const entry = pick(offered, given.nth);
      const time = entry && paper.offeredTo(entry);
      if (!entry || !time) return;
      const { id } = (await listed(entry.agent)).get(entry.id)?.offer ?? { id: '' };
      const answer = await entry.agent.post(`/api/offers/${id}/${given.kind}`).expect(200);
      if (given.kind === 'decline') return paper.giveBack(time, true);
      entry.state = 'over';
      paper.holders.set(time, { kind: 'booked', id: answer.body.bookingId, agent: entry.agent });
      return;
    }
    case 'withdraw': {
      const entry = pick(waiting, given.nth);
      if (!entry) return;
      const time = paper.offeredTo(entry);
      await entry.agent.post(`/api/waiting/${entry.id}/withdraw`).send({ reason: 'other' }).expect(200);
      entry.state = 'over';
      if (time) paper.holders.set(time, { kind: 'free' });
      return;
    }
    case 'change': {
      const entry = pick(waiting, given.nth);
      if (!entry) return;
      const time = paper.offeredTo(entry);
      await entry.agent
        .put(`/api/waiting/${entry.id}`)
        .send({ wish: wishOf(given.wish, given.urgent) })
        .expect(200);
      Object.assign(entry, { wish: given.wish, urgent: given.urgent });
      if (time && !wishes[given.wish]?.fits(time)) paper.giveBack(time, false);
      return;
    }
    case 'pass':
      paper.now += given.minutes * minute;
      app.clock.set(new Date(paper.now));
      paper.expire();
  }
}

type Listed = { id: string; state: string; offer: { id: string; startAt: string; expiresAt: string } | null };
const listed = async (agent: Agent): Promise<Map<string, Listed>> => {
  const { entries } = (await agent.get('/api/waiting').expect(200)).body as { entries: Listed[] };
  return new Map(entries.map((one) => [one.id, one]));
};

async function compare(paper: Paper, practices: [Agent, Agent]): Promise<void> {
  const found = [...(await listed(practices[0])), ...(await listed(practices[1]))].map(
    ([id, { state, offer }]) => ({
      id,
      state,
      startAt: offer?.startAt ?? null,
      until: offer?.expiresAt ?? null,
    }),
  );
  const meant = paper.entries
    .filter(({ state }) => state !== 'over')
    .map((entry) => {
      const time = paper.offeredTo(entry);
      const holder = time && paper.holders.get(time);
      return {
        id: entry.id,
        state: entry.state,
        startAt: time?.startAt ?? null,
        until: holder?.kind === 'offered' ? new Date(holder.until).toISOString() : null,
      };
    });
  const byId = (one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1);
  expect(found.sort(byId)).toEqual(meant.sort(byId));
  const rows = await app.database.sql<{ startAt: Date }>(
    `SELECT start_at AS "startAt" FROM booking WHERE state IN ('held', 'booked') ORDER BY 1`,
  );
  expect(rows.map(({ startAt }) => startAt.toISOString())).toEqual(
    times.filter((time) => paper.holders.get(time)?.kind !== 'free').map(({ startAt }) => startAt),
  );
}

it('offers every freed time as on paper', async () => {
  await fc.assert(
    fc.asyncProperty(course, async (commands) => {
      const { paper, practices } = await start();
      for (const given of commands) {
        await run(given, paper, practices);
        // Nobody enters at the same instant as another: who was first is then a matter of ids.
        paper.now += 1_000;
        app.clock.set(new Date(paper.now));
        paper.expire();
        await app.settle();
        paper.offerAll();
        await compare(paper, practices);
      }
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 8), endOnFailure: true },
  );
}, 600_000);

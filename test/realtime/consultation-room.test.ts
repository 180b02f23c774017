import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Media, sweepConsultations } from '../../server/modules/consultation/index.ts';
import * as wire from '../../server/modules/consultation/signalling-contract.ts';
import type { TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { type MediaSockets, openMediaSockets } from '../support/media-sockets.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { type AccountName, accounts, departments } from '../support/world.ts';

let app: TestApp;
let media: Media;
let sockets: SocketWorld;
let requestId: string;
let consultationId: string;

let opened: MediaSockets;
beforeAll(async () => {
  opened = await openMediaSockets();
  ({ app, media, sockets } = opened);
});
afterAll(() => opened?.close());

/** Passed on unread. */
const keyPackage = 'BAEC';
const open: Socket[] = [];
beforeEach(async () => {
  app.clock.set('2026-11-23T09:30:00Z');
  await app.database.sql('DELETE FROM booking');
  requestId = (await insertCase(app.database, { plannedStart: '2026-11-23T09:30:00Z' })).id;
  const physician = await app.signIn('physician');
  consultationId = (await physician.post(`/api/requests/${requestId}/room`).expect(200)).body.consultationId;
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

type Answer = { ok: boolean; data: Record<string, unknown>; error: { code: string; data?: unknown } };
const window = async (name: AccountName): Promise<Socket> => {
  const socket = await sockets.open(name);
  open.push(socket);
  return socket;
};
const ask = (socket: Socket, message: { name: string }, data: unknown = {}): Promise<Answer> =>
  socket.timeout(5_000).emitWithAck(message.name, data);
const enter = async (name: AccountName) => {
  const socket = await window(name);
  const answer = await ask(socket, wire.joinRoom, { consultationId, keyPackage });
  expect(answer).toMatchObject({ ok: true });
  return { socket, seatId: String(answer.data.seatId), answer };
};
const heard = (socket: Socket, fact: { name: string }, fits: (data: never) => boolean = () => true) =>
  new Promise<unknown>((resolve) => {
    socket.on(fact.name, (data) => fits(data as never) && resolve(data));
  });
const stays = () =>
  app.database.sql<{ account_id: string; side: string; joined_at: Date; left_at: Date | null }>(
    'SELECT account_id, side::text, joined_at, left_at FROM participation WHERE consultation_id = $1 ORDER BY joined_at, side',
    [consultationId],
  );
const states = async () => {
  const [row] = await app.database.sql(
    `SELECT c.state::text, r.status::text, c.started_at FROM consultation c JOIN consult_request r ON r.id = c.request_id
     WHERE c.id = $1`,
    [consultationId],
  );
  return row;
};
const event = async (type: string) =>
  app.database.sql(
    'SELECT actor_account_id, payload FROM event_log WHERE type = $1 AND request_id = $2 ORDER BY id',
    [type, requestId],
  );

describe('entering', () => {
  it('runs the consultation when both sides are there, and keeps the books of who came when', async () => {
    const left = await enter('physician');
    expect(left.answer.data).toMatchObject({
      participantId: accounts.physician.id,
      participants: [{ participantId: accounts.physician.id }],
      producers: [],
      iceServers: [],
    });
    expect(await states()).toMatchObject({ state: 'ready', status: 'planned' });

    const told = heard(
      left.socket,
      wire.participantsChanged,
      (fact: { participants: unknown[] }) => fact.participants.length === 2,
    );
    app.clock.advance(60_000);
    await enter('specialist');
    await told;
    expect(await states()).toEqual({
      state: 'running',
      status: 'in_consultation',
      started_at: new Date('2026-11-23T09:31:00Z'),
    });
    expect((await stays()).map((stay) => [stay.side, stay.left_at])).toEqual([
      ['requester', null],
      ['provider', null],
    ]);
    expect(await event('participant.joined')).toHaveLength(2);
    expect(await event('consultation.started')).toHaveLength(1);
    // The calendar knows from it who came when.
    expect(
      await app.database.sql(
        'SELECT requester_joined_at, provider_joined_at FROM booking WHERE request_id = $1',
        [requestId],
      ),
    ).toEqual([
      {
        requester_joined_at: new Date('2026-11-23T09:30:00Z'),
        provider_joined_at: new Date('2026-11-23T09:31:00Z'),
      },
    ]);
  });

  it('starts once even when both come at the same moment', async () => {
    await Promise.all([enter('physician'), enter('specialist')]);
    expect(await states()).toMatchObject({ state: 'running' });
    expect(await event('consultation.started')).toHaveLength(1);
  });

  it.each(['otherPhysician', 'neurologist', 'networkAdmin'] as const)('is not for %s', async (name) => {
    const answer = await ask(await window(name), wire.joinRoom, { consultationId, keyPackage });
    expect(answer).toMatchObject({ ok: false, error: { code: 'consultation_not_found' } });
    expect(await stays()).toEqual([]);
  });

  it('waits for its time, and says which', async () => {
    app.clock.set('2026-11-23T09:00:00Z');
    const answer = await ask(await window('physician'), wire.joinRoom, { consultationId, keyPackage });
    expect(answer.error).toMatchObject({
      code: 'room_not_open',
      data: { opensAt: '2026-11-23T09:15:00.000Z' },
    });
  });

  it('by a second tab moves the one seat there', async () => {
    const first = await enter('physician');
    const lost = heard(first.socket, wire.seatLost);
    app.clock.advance(5_000);
    const second = await enter('physician');
    expect(await lost).toEqual({ seatId: first.seatId, reason: 'replaced' });
    expect(second.answer.data.participants).toHaveLength(1);
    const [former, now] = await stays();
    expect(former?.left_at?.toISOString()).toMatch(/^2026-11-23T09:30:0[45]/);
    expect(now?.left_at).toBeNull();
    await vi.waitFor(async () => expect(await event('participant.left')).toHaveLength(1));
  });
});

describe('a seat', () => {
  it('goes on over a lost socket, for its own person only', async () => {
    const { socket, seatId } = await enter('physician');
    socket.disconnect();
    const again = await window('physician');
    expect(await ask(again, wire.resumeSeat, { consultationId, seatId })).toMatchObject({ ok: true });
    const thief = await ask(await window('specialist'), wire.resumeSeat, { consultationId, seatId });
    expect(thief.error.code).toBe('seat_not_found');
    expect(await stays()).toHaveLength(1);
  });

  it('is needed before anything else is asked', async () => {
    const answer = await ask(await window('physician'), wire.restartIce, {
      transportId: crypto.randomUUID(),
    });
    expect(answer.error.code).toBe('not_joined');
  });

  it('ends in the books when its person leaves', async () => {
    const { socket } = await enter('physician');
    app.clock.advance(30_000);
    await ask(socket, wire.leaveRoom);
    await vi.waitFor(async () => expect((await stays())[0]?.left_at).not.toBeNull());
    const [stay] = await stays();
    expect(stay?.left_at?.getTime()).toBeGreaterThan(Date.parse('2026-11-23T09:30:29Z'));
    expect(stay?.left_at?.getTime()).toBeLessThanOrEqual(Date.parse('2026-11-23T09:30:30Z'));
    expect(await event('participant.left')).toMatchObject([
      { actor_account_id: null, payload: { accountId: accounts.physician.id, side: 'requester' } },
    ]);
  });

  it('is lost with the media process, which is started again for the next join', async () => {
    const { socket } = await enter('physician');
    const lost = heard(socket, wire.seatLost);
    await media.call('shutdown', {});
    expect(await lost).toMatchObject({ reason: 'broken' });
    await vi.waitFor(async () => expect((await stays())[0]?.left_at).not.toBeNull());
    expect(await ask(socket, wire.joinRoom, { consultationId, keyPackage })).toMatchObject({ ok: true });
    expect(await stays()).toHaveLength(2);
  });
});

describe('a right that is lost', () => {
  const switchOff = (active: boolean) =>
    app.deps.db.system(async (tx) => {
      const { id } = accounts.specialist;
      await tx.account.update({ where: { id }, data: { active } });
      await app.deps.record(tx, null, { type: 'account.changed', subject: { kind: 'account', id } });
    });
  afterEach(() => switchOff(true));
  const seated = async () =>
    (await media.call('room', { roomId: consultationId })).peers.map(({ participantId }) => participantId);

  it('with the account ends the media too, not only the line', async () => {
    await Promise.all([enter('physician'), enter('specialist')]);
    expect(await seated()).toHaveLength(2);
    await switchOff(false);
    await vi.waitFor(async () => expect(await seated()).toEqual([accounts.physician.id]), 10_000);
    await vi.waitFor(
      async () =>
        expect((await stays()).map(({ side, left_at }) => [side, left_at !== null])).toEqual([
          ['provider', true],
          ['requester', false],
        ]),
      10_000,
    );
  });

  it('with the request, passed to another department, does so as well and says it', async () => {
    const { socket, seatId } = await enter('specialist');
    await enter('physician');
    const lost = heard(socket, wire.seatLost);
    await app.deps.db.system(async (tx) => {
      await tx.consultRequest.update({
        where: { id: requestId },
        data: { providerDepartmentId: departments.neurology.id },
      });
      await app.deps.record(tx, null, {
        type: 'urgent.passed',
        subject: { kind: 'request', id: requestId },
        requestId,
      });
    });
    expect(await lost).toEqual({ seatId, reason: 'broken' });
    await vi.waitFor(async () => expect(await seated()).toEqual([accounts.physician.id]), 10_000);
    expect((await ask(socket, wire.joinRoom, { consultationId, keyPackage })).error.code).toBe(
      'consultation_not_found',
    );
  });
});

describe('the end', () => {
  it('is told to everyone inside, counts the time together, and nobody enters any more', async () => {
    const [left] = await Promise.all([enter('physician'), enter('specialist')]);
    const told = heard(left.socket, wire.roomClosed);
    app.clock.advance(600_000);
    const specialist = await app.signIn('specialist');
    const end = { outcome: null, byPhone: false };
    const { body } = await specialist
      .post(`/api/consultations/${consultationId}/close`)
      .send(end)
      .expect(200);
    expect(body.presentSeconds).toBe(600);
    expect(await told).toEqual({ consultationId });
    expect((await stays()).every((stay) => stay.left_at?.toISOString() === '2026-11-23T09:40:00.000Z')).toBe(
      true,
    );
    expect((await ask(left.socket, wire.joinRoom, { consultationId, keyPackage })).error.code).toBe(
      'consultation_closed',
    );
    expect((await media.call('room', { roomId: consultationId })).peers).toEqual([]);
  });

  it('comes by itself when everybody has left for two hours, and counts until they left', async () => {
    const both = await Promise.all([enter('physician'), enter('specialist')]);
    app.clock.advance(300_000);
    for (const { socket } of both) await ask(socket, wire.leaveRoom);
    await vi.waitFor(async () => expect((await stays()).every((stay) => stay.left_at)).toBe(true));
    await sweepConsultations(app.deps);
    expect(await states()).toMatchObject({ state: 'running' });
    app.clock.advance(7_201_000);
    await sweepConsultations(app.deps);
    expect(await states()).toMatchObject({ state: 'closed', status: 'consulted' });
    const [row] = await app.database.sql<{ present_seconds: number }>(
      'SELECT present_seconds FROM consultation WHERE id = $1',
      [consultationId],
    );
    expect(row?.present_seconds).toBeGreaterThanOrEqual(299);
    expect(row?.present_seconds).toBeLessThanOrEqual(301);
  });
});

describe('without media', () => {
  it('says so and books nothing', async () => {
    const bare = await openSockets(app);
    const socket = await bare.open('physician');
    const answer = await ask(socket, wire.joinRoom, { consultationId, keyPackage });
    expect(answer.error.code).toBe('media_unavailable');
    expect(await stays()).toEqual([]);
    await bare.close();
  });
});

import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { guestsChanged, invitationChanged } from '../../server/modules/consultation/guests-contract.ts';
import type { Media } from '../../server/modules/consultation/index.ts';
import * as wire from '../../server/modules/consultation/signalling-contract.ts';
import type { TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { inviteGuest, redeem } from '../support/guests.ts';
import { type MediaSockets, openMediaSockets } from '../support/media-sockets.ts';
import type { SocketWorld } from '../support/socket-world.ts';
import type { AccountName } from '../support/world.ts';

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

type Answer = { ok: boolean; data: Record<string, unknown>; error: { code: string } };
const ask = (socket: Socket, message: { name: string }, data: unknown = {}): Promise<Answer> =>
  socket.timeout(5_000).emitWithAck(message.name, data);
const sitDown = (socket: Socket, room = consultationId) =>
  ask(socket, wire.joinRoom, { consultationId: room, keyPackage });
const heard = (socket: Socket, fact: { name: string }) =>
  new Promise<unknown>((resolve) => socket.once(fact.name, resolve));
const window = async (name: AccountName) => {
  const socket = await sockets.open(name);
  open.push(socket);
  return socket;
};
const enter = async (name: AccountName) => {
  const socket = await window(name);
  expect(await sitDown(socket)).toMatchObject({ ok: true });
  return socket;
};
const act = async (guestId: string, what: 'admit' | 'refuse' | 'revoke') => {
  const agent = await app.signIn('specialist');
  const path = `/api/requests/${requestId}/guests/${guestId}`;
  return what === 'revoke' ? agent.delete(path).expect(200) : agent.post(`${path}/${what}`).expect(200);
};
/** A guest who waits, with an open window. */
const guest = async () => {
  const { id, token } = await inviteGuest(app, requestId);
  const { agent, cookie } = await redeem(app, token);
  const socket = await sockets.openAsGuest(cookie);
  open.push(socket);
  return { id, agent, cookie, socket };
};
const admitted = async () => {
  const one = await guest();
  await act(one.id, 'admit');
  return one;
};
const seated = async () =>
  (await media.call('room', { roomId: consultationId })).peers.map(({ participantId }) => participantId);
const guestStays = () =>
  app.database.sql<{ left_at: Date | null }>('SELECT left_at FROM guest_stay WHERE consultation_id = $1', [
    consultationId,
  ]);

describe('the lobby', () => {
  it('tells both sides at once who waits, and the guest when the door opens', async () => {
    const staff = await Promise.all([window('assistant'), window('specialist')]);
    const stranger = await window('otherPhysician');
    const wrong = vi.fn();
    stranger.on(guestsChanged.name, wrong);
    const { id, token } = await inviteGuest(app, requestId);
    const told = Promise.all(staff.map((socket) => heard(socket, guestsChanged)));
    const { cookie } = await redeem(app, token);
    expect(await told).toEqual([{ requestId }, { requestId }]);
    const socket = await sockets.openAsGuest(cookie);
    open.push(socket);
    const opened = heard(socket, invitationChanged);
    await act(id, 'admit');
    expect(await opened).toEqual({});
    expect(wrong).not.toHaveBeenCalled();
  });

  it('keeps a guest out of the room until admitted, and of every other room always', async () => {
    const { id, socket } = await guest();
    expect((await sitDown(socket)).error.code).toBe('guest_not_admitted');
    await act(id, 'admit');
    expect((await sitDown(socket, crypto.randomUUID())).error.code).toBe('consultation_not_found');
    expect(await sitDown(socket)).toMatchObject({ ok: true, data: { participantId: id } });
  });

  it('sends away who was refused', async () => {
    const { id, socket } = await guest();
    await act(id, 'refuse');
    expect((await sitDown(socket)).error.code).toBe('guest_refused');
  });

  it('has no line for a browser without a used link', async () => {
    await expect(sockets.openAsGuest('')).rejects.toThrow('guest_unknown');
    await expect(sockets.openAsGuest(`telkonnet-guest=${'x'.repeat(43)}`)).rejects.toThrow('guest_unknown');
  });
});

describe('a guest in the room', () => {
  it('neither starts nor counts: what is billed is what the two sides were there', async () => {
    const physician = await enter('physician');
    const { socket } = await admitted();
    expect(await sitDown(socket)).toMatchObject({ ok: true });
    const state = async () =>
      (await app.database.sql('SELECT state::text FROM consultation WHERE id = $1', [consultationId]))[0];
    expect(await state()).toEqual({ state: 'ready' });
    app.clock.advance(60_000);
    await enter('specialist');
    expect(await state()).toEqual({ state: 'running' });
    app.clock.advance(300_000);
    await ask(physician, wire.leaveRoom);
    await vi.waitFor(async () =>
      expect(
        await app.database.sql(
          `SELECT 1 FROM participation WHERE consultation_id = $1 AND side = 'requester' AND left_at IS NOT NULL`,
          [consultationId],
        ),
      ).toHaveLength(1),
    );
    // The guest of the asking side is still there; that is nobody of the asking side.
    app.clock.advance(300_000);
    const told = heard(socket, wire.roomClosed);
    const specialist = await app.signIn('specialist');
    const { body } = await specialist
      .post(`/api/consultations/${consultationId}/close`)
      .send({ outcome: null, byPhone: false })
      .expect(200);
    expect(Math.abs(body.presentSeconds - 300)).toBeLessThanOrEqual(1);
    expect(await told).toEqual({ consultationId });
    expect((await guestStays()).every(({ left_at }) => left_at)).toBe(true);
    expect((await sitDown(socket)).error.code).toBe('consultation_closed');
  });

  it('is named to the others, and sees their names, roles and organisations', async () => {
    await enter('specialist');
    const { id, agent, socket } = await admitted();
    await sitDown(socket);
    const staff = await (await app.signIn('physician')).get(
      `/api/consultations/${consultationId}/participants`,
    );
    expect(staff.body.people).toContainEqual({
      id,
      name: 'Anna Probe',
      role: null,
      guest: 'relative',
      organisation: 'Praxis Muster',
      side: 'requester',
    });
    const { body } = await agent.get('/api/guest/people').expect(200);
    expect(body.people.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['Anna Probe', 'relative'],
      ['Test specialist', 'specialist'],
    ]);
  });

  it('comes back by the cookie to the same place, after a reload and over a lost line', async () => {
    const { id, cookie, socket } = await admitted();
    const { data } = await sitDown(socket);
    socket.disconnect();
    const again = await sockets.openAsGuest(cookie);
    open.push(again);
    const seat = { consultationId, seatId: String(data.seatId) };
    expect(await ask(again, wire.resumeSeat, seat)).toMatchObject({ ok: true });
    expect(await sitDown(again)).toMatchObject({ ok: true, data: { participantId: id } });
    expect(await seated()).toEqual([id]);
  });

  it('that is put out is gone from the media before the answer, and stays out', async () => {
    const staff = await enter('specialist');
    const { id, socket } = await admitted();
    await sitDown(socket);
    const lost = heard(socket, wire.seatLost);
    const fewer = new Promise<void>((resolve) => {
      staff.on(wire.participantsChanged.name, ({ participants }) => participants.length === 1 && resolve());
    });
    await act(id, 'revoke');
    expect(await seated()).not.toContain(id);
    expect(await lost).toMatchObject({ reason: 'broken' });
    await fewer;
    expect((await sitDown(socket)).error.code).toBe('guest_link_revoked');
    expect((await ask(socket, wire.relay, { to: null, box: 'AAAA' })).ok).toBe(false);
    await vi.waitFor(async () => expect((await guestStays()).every(({ left_at }) => left_at)).toBe(true));
  });

  it('leaves by its own page from everywhere at once', async () => {
    const { id, agent, socket } = await admitted();
    await sitDown(socket);
    await agent.post('/api/guest/leave').expect(200);
    expect(await seated()).not.toContain(id);
    expect((await sitDown(socket)).error.code).toBe('guest_not_admitted');
  });
});

import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../server/modules/consultation/signalling-contract.ts';
import type { TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { type MediaSockets, openMediaSockets } from '../support/media-sockets.ts';
import type { SocketWorld } from '../support/socket-world.ts';
import { type AccountName, accounts } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;

let opened: MediaSockets;
beforeAll(async () => {
  opened = await openMediaSockets();
  ({ app, sockets } = opened);
});
afterAll(() => opened?.close());

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

type Answer = { ok: boolean; data: { seatId: string }; error: { code: string } };
type Relayed = { consultationId: string; from: string; participantId: string; box: string };
type Seated = { socket: Socket; seatId: string; heard: Relayed[] };

const ask = (socket: Socket, message: { name: string }, data: unknown): Promise<Answer> =>
  socket.timeout(5_000).emitWithAck(message.name, data);
const room = async (plannedStart = '2026-11-23T09:30:00Z'): Promise<string> => {
  app.clock.set(plannedStart);
  await app.database.sql('DELETE FROM booking');
  const { id } = await insertCase(app.database, { plannedStart });
  const physician = await app.signIn('physician');
  return (await physician.post(`/api/requests/${id}/room`).expect(200)).body.consultationId;
};
const enter = async (name: AccountName, consultationId: string): Promise<Seated> => {
  const socket = await sockets.open(name);
  open.push(socket);
  const heard: Relayed[] = [];
  socket.on(wire.relayed.name, (fact: Relayed) => heard.push(fact));
  const answer = await ask(socket, wire.joinRoom, { consultationId, keyPackage: 'BAEC' });
  expect(answer.ok).toBe(true);
  return { socket, seatId: answer.data.seatId, heard };
};
const both = async () => {
  const consultationId = await room();
  const one = await enter('physician', consultationId);
  const two = await enter('specialist', consultationId);
  return { consultationId, one, two };
};
/** What was sent to this socket before is there: its own answer comes after it on the same line. */
const settled = (seat: Seated) => ask(seat.socket, wire.relay, { to: null, box: 'AAAA' });

describe('what seats pass to each other', () => {
  it('reaches the one it is for, with the word of the server for who sent it', async () => {
    const { consultationId, one, two } = await both();
    expect(await ask(one.socket, wire.relay, { to: two.seatId, box: 'Ym94' })).toMatchObject({ ok: true });
    await settled(two);
    const { id: participantId } = accounts.physician;
    expect(two.heard[0]).toEqual({ consultationId, from: one.seatId, participantId, box: 'Ym94' });
    await settled(one);
    expect(one.heard.map(({ box }) => box)).not.toContain('Ym94');
  });

  it('reaches everybody in the room where it is for all, and nobody in another', async () => {
    const first = await both();
    const elsewhere = await enter('physician', await room('2026-11-23T13:00:00Z'));
    // The physician's seat in the first room goes on: it is another room, not another tab.
    await ask(first.two.socket, wire.relay, { to: null, box: 'YWxs' });
    await settled(first.one);
    await settled(elsewhere);
    expect(first.one.heard.map(({ box }) => box)).toContain('YWxs');
    expect(elsewhere.heard.map(({ box }) => box)).not.toContain('YWxs');
  });

  it('does not go to a seat of another room, nor to one that is gone', async () => {
    const first = await both();
    const elsewhere = await enter('physician', await room('2026-11-23T13:00:00Z'));
    const across = await ask(elsewhere.socket, wire.relay, { to: first.two.seatId, box: 'Ym94' });
    expect(across.error.code).toBe('seat_not_found');
    await ask(first.two.socket, wire.leaveRoom, {});
    const gone = await ask(first.one.socket, wire.relay, { to: first.two.seatId, box: 'Ym94' });
    expect(gone.error.code).toBe('seat_not_found');
    await settled(first.two).catch(() => undefined);
    expect(first.two.heard).toEqual([]);
  });

  it('cannot be sent in another seat’s name', async () => {
    const { one, two } = await both();
    const forged = { to: two.seatId, box: 'Ym94', from: two.seatId, participantId: accounts.specialist.id };
    expect((await ask(one.socket, wire.relay, forged)).error.code).toBe('invalid_input');
    await settled(two);
    expect(two.heard.map(({ box }) => box)).not.toContain('Ym94');
  });

  it.each([
    ['too long', { to: null, box: 'A'.repeat(24_004) }],
    ['empty', { to: null, box: '' }],
    ['not base64', { to: null, box: 'no box!' }],
    ['for no seat at all', { to: 'somebody', box: 'Ym94' }],
    ['for nobody named', { box: 'Ym94' }],
  ])('is refused when it is %s', async (_, data) => {
    const { one } = await both();
    expect((await ask(one.socket, wire.relay, data)).error.code).toBe('invalid_input');
  });

  it('may be as long as a box can be', async () => {
    const { one, two } = await both();
    const box = 'A'.repeat(24_000);
    expect(await ask(one.socket, wire.relay, { to: two.seatId, box })).toMatchObject({ ok: true });
  });

  it('is refused from one who has no seat, or has none any more', async () => {
    const { one } = await both();
    const stranger = await sockets.open('specialist');
    open.push(stranger);
    expect((await ask(stranger, wire.relay, { to: null, box: 'Ym94' })).error.code).toBe('not_joined');
    await ask(one.socket, wire.leaveRoom, {});
    expect((await ask(one.socket, wire.relay, { to: null, box: 'Ym94' })).error.code).toBe('not_joined');
  });
});

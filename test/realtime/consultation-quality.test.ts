import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { consultationLines, forgetQuality } from '../../server/modules/consultation/index.ts';
import * as wire from '../../server/modules/consultation/signalling-contract.ts';
import { actorOf } from '../support/actor-of.ts';
import type { TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { type MediaSockets, openMediaSockets } from '../support/media-sockets.ts';
import type { SocketWorld } from '../support/socket-world.ts';
import type { AccountName } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
let requestId: string;
let consultationId: string;
const open: Socket[] = [];

let opened: MediaSockets;
beforeAll(async () => {
  opened = await openMediaSockets();
  ({ app, sockets } = opened);
});
afterAll(() => opened?.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T09:30:00Z');
  await app.database.sql('DELETE FROM booking');
  await app.database.sql('DELETE FROM consultation_quality');
  requestId = (await insertCase(app.database, { plannedStart: '2026-11-23T09:30:00Z' })).id;
  const physician = await app.signIn('physician');
  consultationId = (await physician.post(`/api/requests/${requestId}/room`).expect(200)).body.consultationId;
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

const report: wire.QualityReport = {
  seconds: 10,
  rung: 'full',
  lossIn: 0.01,
  lossOut: 0,
  concealed: 0.002,
  jitterMs: 8,
  roundTripMs: 40,
  frozenMs: 0,
  sentBitrate: 900_000,
  receivedBitrate: 1_100_000,
};
const tell = (socket: Socket, data: object): Promise<{ ok: boolean; error?: { code: string } }> =>
  socket.timeout(5_000).emitWithAck(wire.reportQuality.name, data);

async function enter(name: AccountName): Promise<{ socket: Socket; seatId: string }> {
  const socket = await sockets.open(name);
  open.push(socket);
  const data = { consultationId, keyPackage: 'BAEC' };
  const answer = await socket.timeout(5_000).emitWithAck(wire.joinRoom.name, data);
  return { socket, seatId: answer.data.seatId };
}
const rows = () => app.database.sql('SELECT * FROM consultation_quality ORDER BY at');

it('keeps numbers only, and tells the others what the line bears', async () => {
  const left = await enter('physician');
  const right = await enter('specialist');
  const heard = new Promise((resolve) => right.socket.once(wire.lineChanged.name, resolve));
  expect(await tell(left.socket, { ...report, rung: 'still' })).toMatchObject({ ok: true });
  expect(await heard).toEqual({ consultationId, seatId: left.seatId, rung: 'still' });
  const [row] = await rows();
  expect(row).toMatchObject({ consultation_id: consultationId, seat_id: left.seatId, round_trip_ms: 40 });
  // Neither an account nor an address has a place.
  expect(Object.keys(row ?? {}).sort()).toEqual(
    [
      ...['id', 'consultation_id', 'seat_id', 'at', 'seconds', 'rung', 'loss_in', 'loss_out', 'concealed'],
      ...['jitter_ms', 'round_trip_ms', 'frozen_ms', 'sent_bitrate', 'received_bitrate'],
    ].sort(),
  );
});

it.each([
  ['without a seat', report, 'not_joined'],
  ['beyond what is possible', { ...report, lossIn: 1.5 }, 'invalid_input'],
  ['with more than numbers', { ...report, address: '192.0.2.1' }, 'invalid_input'],
])('refuses a report %s', async (_, data, code) => {
  const socket = await sockets.open('physician');
  open.push(socket);
  expect(await tell(socket, data)).toMatchObject({ ok: false, error: { code } });
  expect(await rows()).toEqual([]);
});

it('takes a few at once and then one every other second', async () => {
  const { socket } = await enter('physician');
  const answers = await Promise.all(Array.from({ length: 20 }, () => tell(socket, report)));
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(8);
  expect(answers.at(-1)).toMatchObject({ error: { code: 'too_many_messages' } });
});

it('sums a consultation up for the evaluation, without who sat in it; nobody else sees any of it', async () => {
  const left = await enter('physician');
  const right = await enter('specialist');
  await tell(left.socket, report);
  await tell(left.socket, { ...report, rung: 'sound', roundTripMs: 400 });
  await tell(right.socket, { ...report, frozenMs: 5_000 });
  const lines = await app.deps.db.as(actorOf('evaluator'), consultationLines);
  expect(lines).toEqual([
    {
      requestId,
      seconds: 30,
      seats: 2,
      troubledSeconds: 20,
      frozenSeconds: 5,
      roundTripMs: 40,
      lowestRung: 'sound',
    },
  ]);
  expect(await app.deps.db.as(actorOf('specialist'), consultationLines)).toEqual([]);
  for (const name of ['specialist', 'evaluator', 'networkAdmin'] as const)
    expect(await app.deps.db.as(actorOf(name), (tx) => tx.consultationQuality.count())).toBe(0);
});

it('is forgotten after three months', async () => {
  const { socket } = await enter('physician');
  await tell(socket, report);
  app.clock.set('2027-02-21T09:00:00Z');
  await forgetQuality(app.deps);
  expect(await rows()).toHaveLength(1);
  app.clock.set('2027-02-21T10:00:00Z');
  await forgetQuality(app.deps);
  expect(await rows()).toEqual([]);
});

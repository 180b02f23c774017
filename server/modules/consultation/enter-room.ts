import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import { moveRequest } from '../requests/index.ts';
import { noteArrival } from '../scheduling/index.ts';
import type { Media } from './media/client.ts';
import { refuseUnlessOpen } from './open-room.ts';
import { ownConsultation } from './own-consultation.ts';
import { maySit } from './policy.ts';
import { roomIceServers } from './room-ice-servers.ts';
import { opensAt, roomState, stateBefore } from './room-state.ts';
import type { Entry } from './signalling.ts';

/**
 * Takes a seat in the room, in the media first and then in the books: a stay that is recorded has really begun.
 * When both sides are there for the first time, the consultation runs.
 * @throws notFound; conflict as `openRoom`, `room_full`; unavailable `media_unavailable`
 */
export async function enterRoom(
  deps: Deps,
  media: Media,
  actor: Actor,
  { consultationId, keyPackage }: { consultationId: string; keyPackage: string },
): Promise<Entry> {
  await deps.db.as(actor, async (tx) => refuseUnlessOwnAndOpen(deps, tx, actor, consultationId));
  const seatId = randomUUID();
  const seat = { roomId: consultationId, peerId: seatId };
  const participantId = actor.accountId;
  const joined = await media.call('join', { ...seat, participantId, keyPackage });
  try {
    await deps.db.as(actor, (tx) => recordStay(deps, tx, actor, consultationId, seatId));
  } catch (error) {
    // What is not in the books does not happen in the room either.
    await media.call('leave', seat).catch(() => undefined);
    throw error;
  }
  return { ...joined, seatId, participantId, iceServers: roomIceServers(deps) };
}

async function refuseUnlessOwnAndOpen(deps: Deps, tx: Tx, actor: Actor, id: string) {
  const { row, side } = await ownConsultation(tx, actor, id);
  if (!maySit(actor, side)) throw forbidden();
  const state = roomState({ ...row.request, consultation: row.state }, deps.clock.now());
  refuseUnlessOpen({ state, opensAt: opensAt(row.request)?.toISOString() ?? null });
}

async function recordStay(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  consultationId: string,
  id: string,
): Promise<void> {
  const { row, side } = await ownConsultation(tx, actor, consultationId, 'lock');
  refuseUnlessOpen({
    state: roomState({ ...row.request, consultation: row.state }, deps.clock.now()),
    opensAt: null,
  });
  const joinedAt = deps.clock.now();
  const { accountId } = actor;
  const { id: requestId, patientId } = row.request;
  const event = { subject: { kind: 'consultation', id: consultationId }, patientId, requestId };
  const payload = { accountId, side };
  // A seat in another tab has just lost its media to this one.
  const replaced = await tx.participation.updateMany({
    where: { consultationId, accountId, leftAt: null },
    data: { leftAt: joinedAt },
  });
  if (replaced.count > 0) await deps.record(tx, actor, { ...event, type: 'participant.left', payload });
  await tx.participation.create({ data: { id, consultationId, accountId, side, joinedAt } });
  await deps.record(tx, actor, { ...event, type: 'participant.joined', payload });
  await noteArrival(tx, requestId, side, joinedAt);

  const across = await tx.participation.count({
    where: { consultationId, leftAt: null, side: side === 'provider' ? 'requester' : 'provider' },
  });
  if (across === 0) return;
  const started = await tx.consultation.updateMany({
    where: { id: consultationId, state: { in: stateBefore('running') } },
    data: { state: 'running', startedAt: joinedAt },
  });
  if (started.count === 0) return;
  await moveRequest(deps, tx, actor, requestId, 'in_consultation', { consultedAt: joinedAt });
  await deps.record(tx, actor, { ...event, type: 'consultation.started' });
}

import type { Actor } from '../../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { reachedRequest, requestForActor } from '../../requests/index.ts';
import { type ColleagueRow, colleagues } from '../../triage/index.ts';
import type {
  inviteRoomHelper as invite,
  listRoomHelpers as list,
  listRoomColleagues as listColleagues,
  removeRoomHelper as remove,
} from '../helpers-contract.ts';
import { roomState } from '../room-state.ts';
import { viewRoomHelpers } from './view-helpers.ts';

/** The department's own people decide who is joined; a second specialist joins nobody else. */
async function ownBooked(tx: Tx, actor: Actor, requestId: string) {
  const { row, side } = await requestForActor(tx, actor, requestId);
  if (side !== 'provider') throw forbidden();
  // An urgent request's second specialists are kept, and rung, by triage.
  if (row.kind === 'urgent') throw notFound('request');
  return row;
}

export async function listRoomColleagues(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof listColleagues>,
): Promise<Reply<typeof listColleagues>> {
  return deps.db.as(actor, async (tx) => {
    await ownBooked(tx, actor, requestId);
    const found = await asSoftware(tx, () => colleagues(tx, deps.clock.now()));
    return { colleagues: found.filter(({ accountId }) => accountId !== actor.accountId).map(present) };
  });
}

const present = ({ departmentId, department, ...one }: ColleagueRow) => ({
  ...one,
  department: { id: departmentId, name: department },
});

/**
 * Joins a second specialist of any department: sees the request at once, and may enter its room. Twice is one
 * invitation; whose part ended may be asked again.
 * @throws invalid `helper_unknown` at `accountId`; conflict `room_over`, `consultation_closed`
 */
export async function inviteRoomHelper(
  deps: Deps,
  actor: Actor,
  { requestId, accountId }: Input<typeof invite>,
): Promise<Reply<typeof invite>> {
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    const row = await ownBooked(tx, actor, requestId);
    const room = await tx.consultation.findUnique({ where: { requestId }, select: { state: true } });
    const state = roomState({ ...row, consultation: room?.state ?? null }, now);
    if (state === 'closed') throw conflict('consultation_closed');
    if (state === 'over') throw conflict('room_over');
    const known = await asSoftware(tx, () => colleagues(tx, now, accountId));
    if (known.length === 0 || accountId === actor.accountId) {
      throw invalid('helper_unknown', { fields: { accountId: 'helper_unknown' } });
    }
    const data = { state: 'invited', invitedById: actor.accountId, invitedAt: now } as const;
    const created = await tx.consultationHelper.createMany({
      data: { requestId, accountId, ...data },
      skipDuplicates: true,
    });
    const again = await tx.consultationHelper.updateMany({
      where: { requestId, accountId, state: { in: ['declined', 'left'] } },
      data,
    });
    if (created.count + again.count > 0) {
      await record(deps, tx, actor, 'consultation.helper_invited', { ...row, accountId });
    }
    const helper = (await viewRoomHelpers(tx, requestId)).find((one) => one.accountId === accountId);
    if (!helper) throw notFound('helper');
    return helper;
  });
}

export async function listRoomHelpers(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof list>,
): Promise<Reply<typeof list>> {
  return deps.db.as(actor, async (tx) => {
    await reachedRequest(tx, actor, requestId);
    return { helpers: await viewRoomHelpers(tx, requestId) };
  });
}

/** Ends the part of a second specialist; who sits in the room loses the seat. */
export async function removeRoomHelper(
  deps: Deps,
  actor: Actor,
  { requestId, accountId }: Input<typeof remove>,
): Promise<Reply<typeof remove>> {
  return deps.db.as(actor, async (tx) => {
    const row = await ownBooked(tx, actor, requestId);
    const removed = await tx.consultationHelper.updateMany({
      where: { requestId, accountId, state: { in: ['invited', 'joined'] } },
      data: { state: 'left' },
    });
    if (removed.count === 0) throw notFound('helper');
    await record(deps, tx, actor, 'consultation.helper_removed', { ...row, accountId });
    return { requestId };
  });
}

const record = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  type: string,
  of: { id: string; patientId: string; accountId: string },
) =>
  deps.record(tx, actor, {
    type,
    subject: { kind: 'request', id: of.id },
    patientId: of.patientId,
    requestId: of.id,
    payload: { helper: of.accountId },
  });

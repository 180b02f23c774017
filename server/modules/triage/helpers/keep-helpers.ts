import type { Actor } from '../../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type {
  answerInvitation as answering,
  inviteHelper as invite,
  listColleagues as list,
  removeHelper as remove,
} from '../helper-contract.ts';
import { lockOwnUrgentRequest, lockReachedUrgentRequest, ownUrgentRequest } from '../own-urgent-request.ts';
import { maySeeQueue } from '../policy.ts';
import { stateAfter } from '../urgent-state.ts';
import { type ColleagueRow, colleagues } from './colleagues.ts';
import { viewHelpers } from './view-helpers.ts';

/** Who could be joined to a request: specialists of all departments but who has accepted it, reachable ones first. */
export async function listColleagues(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof list>,
): Promise<Reply<typeof list>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { urgent } = await ownUrgentRequest(tx, actor, requestId, 'provider');
    const found = await asSoftware(tx, () => colleagues(tx, deps.clock.now()));
    const others = found.filter(
      ({ accountId }) => accountId !== urgent.claimedById && accountId !== actor.accountId,
    );
    return { colleagues: others.map(presentColleague) };
  });
}

const presentColleague = ({ departmentId, department, ...one }: ColleagueRow) => ({
  ...one,
  department: { id: departmentId, name: department },
});

/**
 * Joins a second specialist of any department: sees the request at once, and may enter its room. Twice is one invitation;
 * who declined or left may be asked again.
 * @throws invalid `helper_unknown` at `accountId`; conflict `request_state` when the request is over
 */
export async function inviteHelper(
  deps: Deps,
  actor: Actor,
  { requestId, accountId }: Input<typeof invite>,
): Promise<Reply<typeof invite>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { row, urgent, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    if (!stateAfter(row.status, 'join')) throw conflict('request_state', { data: { status: row.status } });
    const known = await asSoftware(tx, () => colleagues(tx, deps.clock.now(), accountId));
    if (known.length === 0 || accountId === urgent.claimedById) {
      throw invalid('helper_unknown', { fields: { accountId: 'helper_unknown' } });
    }
    const data = {
      state: 'invited',
      invitedById: actor.accountId,
      invitedAt: deps.clock.now(),
      answeredAt: null,
    } as const;
    const created = await tx.urgentHelper.createMany({
      data: { requestId, accountId, ...data },
      skipDuplicates: true,
    });
    const again = await tx.urgentHelper.updateMany({
      where: { requestId, accountId, state: { in: ['declined', 'left'] } },
      data,
    });
    if (created.count + again.count > 0) {
      await deps.record(tx, actor, {
        type: 'urgent.helper_invited',
        subject: { kind: 'request', id: requestId },
        patientId: row.patientId,
        requestId,
        payload: { ...where, helper: accountId, rung: [accountId] },
      });
    }
    const helper = (await viewHelpers(tx, requestId)).find((one) => one.accountId === accountId);
    if (!helper) throw notFound('helper');
    return helper;
  });
}

const states = { join: 'joined', decline: 'declined', leave: 'left' } as const;
const from = { join: ['invited'], decline: ['invited'], leave: ['invited', 'joined'] } as const;

/**
 * Answers an own invitation; who declines or leaves sees the request no more.
 * @throws notFound for who was not invited; conflict `request_state` when it was answered otherwise
 */
export async function answerInvitation(
  deps: Deps,
  actor: Actor,
  { requestId, answer }: Input<typeof answering>,
): Promise<Reply<typeof answering>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { accountId } = actor;
  return deps.db.as(actor, async (tx) => {
    const { row, where } = await lockReachedUrgentRequest(tx, actor, requestId, 'provider');
    // Written by the software: who leaves could not see the row that says so.
    const answered = await asSoftware(tx, () =>
      tx.urgentHelper.updateMany({
        where: { requestId, accountId, state: { in: [...from[answer]] } },
        data: { state: states[answer], answeredAt: deps.clock.now() },
      }),
    );
    if (answered.count === 0) await refuseUnless(tx, requestId, accountId, states[answer]);
    else {
      await deps.record(tx, actor, {
        type: 'urgent.helper_answered',
        subject: { kind: 'request', id: requestId },
        patientId: row.patientId,
        requestId,
        payload: { ...where, helper: accountId, answer, stopped: [accountId] },
      });
    }
    return { requestId };
  });
}

async function refuseUnless(tx: Tx, requestId: string, accountId: string, state: string): Promise<void> {
  const own = await tx.urgentHelper.findUnique({
    where: { requestId_accountId: { requestId, accountId } },
    select: { state: true },
  });
  if (!own) throw notFound('request');
  if (own.state !== state) throw conflict('request_state', { data: { status: own.state } });
}

/** Ends the part of a second specialist; who sits in the room loses the seat. */
export async function removeHelper(
  deps: Deps,
  actor: Actor,
  { requestId, accountId }: Input<typeof remove>,
): Promise<Reply<typeof remove>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { row, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    const removed = await tx.urgentHelper.updateMany({
      where: { requestId, accountId, state: { in: ['invited', 'joined'] } },
      data: { state: 'left', answeredAt: deps.clock.now() },
    });
    if (removed.count === 0) throw notFound('helper');
    await deps.record(tx, actor, {
      type: 'urgent.helper_removed',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, helper: accountId, stopped: [accountId] },
    });
    return { requestId };
  });
}

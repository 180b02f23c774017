import type { Actor } from '../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../kernel/db.ts';
import { notFound } from '../../kernel/errors.ts';
import { type RequestRow, reachedRequest, requestForActor, type Side } from '../requests/index.ts';
import { type LadderRow, lockLadder } from './ladder/ladder-row.ts';

export type UrgentRow = NonNullable<Awaited<ReturnType<Tx['urgentRequest']['findUnique']>>>;

/** Of a request that does not ring any more. */
export const stillness = { step: null, stepStartedAt: null, stepDueAt: null } as const;

/** Where facts about a request go, as every event of it carries them. */
export type Where = { departmentId: string; organisationId: string };

export type Own = { row: RequestRow; urgent: UrgentRow; side: Side; where: Where };

/**
 * An urgent request on whose given side the actor stands (either side without `as`).
 * @throws notFound `request_not_found` for everybody else, and for a request that is not urgent
 */
export async function ownUrgentRequest(tx: Tx, actor: Actor, requestId: string, as?: Side): Promise<Own> {
  return urgentOf(tx, await requestForActor(tx, actor, requestId), as);
}

/** The same also for whom it reaches: rung as next level, or joined as second specialist. */
export async function reachedUrgentRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  as?: Side,
): Promise<Own & { isReached: boolean }> {
  const found = await reachedRequest(tx, actor, requestId);
  return { ...(await urgentOf(tx, found, as)), isReached: found.isReached };
}

async function urgentOf(tx: Tx, { row, side }: { row: RequestRow; side: Side }, as?: Side): Promise<Own> {
  const urgent =
    as && side !== as ? null : await tx.urgentRequest.findUnique({ where: { requestId: row.id } });
  if (!urgent) throw notFound('request');
  const where = { departmentId: row.providerDepartmentId, organisationId: row.requesterOrganisationId };
  return { row, urgent, side, where };
}

/**
 * The same, locked until the transaction's end: what others do with it at this moment is done before or comes after.
 * Locked before it is looked at: by then it may be another department's.
 */
export async function lockOwnUrgentRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  as?: Side,
): Promise<Own & { ladder: LadderRow }> {
  const ladder = await locked(tx, requestId);
  return { ...(await ownUrgentRequest(tx, actor, requestId, as)), ladder };
}

/** {@link lockOwnUrgentRequest} also for whom it reaches. */
export async function lockReachedUrgentRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  as?: Side,
): Promise<Own & { ladder: LadderRow; isReached: boolean }> {
  const ladder = await locked(tx, requestId);
  return { ...(await reachedUrgentRequest(tx, actor, requestId, as)), ladder };
}

async function locked(tx: Tx, requestId: string): Promise<LadderRow> {
  const ladder = await asSoftware(tx, () => lockLadder(tx, requestId));
  if (!ladder) throw notFound('request');
  return ladder;
}

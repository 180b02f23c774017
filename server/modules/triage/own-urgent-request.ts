import type { Actor } from '../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../kernel/db.ts';
import { notFound } from '../../kernel/errors.ts';
import { type RequestRow, requestForActor, type Side } from '../requests/index.ts';
import { type LadderRow, lockLadder } from './ladder/ladder-row.ts';

export type UrgentRow = NonNullable<Awaited<ReturnType<Tx['urgentRequest']['findUnique']>>>;

/** Of a request that does not ring any more. */
export const stillness = { step: null, stepStartedAt: null, stepDueAt: null } as const;

/** Where facts about a request go, as every event of it carries them. */
export type Where = { departmentId: string; organisationId: string };

/**
 * An urgent request on whose given side the actor stands (either side without `as`).
 * @throws notFound `request_not_found` for everybody else, and for a request that is not urgent
 */
export async function ownUrgentRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  as?: Side,
): Promise<{ row: RequestRow; urgent: UrgentRow; side: Side; where: Where }> {
  const { row, side } = await requestForActor(tx, actor, requestId);
  const urgent = as && side !== as ? null : await tx.urgentRequest.findUnique({ where: { requestId } });
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
): Promise<{ row: RequestRow; urgent: UrgentRow; side: Side; where: Where; ladder: LadderRow }> {
  const ladder = await asSoftware(tx, () => lockLadder(tx, requestId));
  const own = await ownUrgentRequest(tx, actor, requestId, as);
  if (!ladder) throw notFound('request');
  return { ...own, ladder };
}

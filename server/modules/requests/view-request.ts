import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { notFound } from '../../kernel/errors.ts';
import type { ConsultRequest } from './contract.ts';
import { namesOf } from './people.ts';
import { type Side, sideOf } from './policy.ts';
import { presentRequest, type RequestRow, withSides } from './present.ts';

/**
 * One request with both sides, and where the actor stands. Recording the view is the caller's.
 * @throws notFound `request_not_found` for whom it is none of theirs
 */
export async function requestForActor(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ row: RequestRow; side: Side }> {
  const row = await tx.consultRequest.findUnique({ where: { id }, include: withSides });
  const side = row && sideOf(actor, row);
  if (!row || !side) throw notFound('request');
  return { row, side };
}

/**
 * The same also for whom the request reaches: who is rung as next level, or joined as second specialist, stands on the
 * department's side with less rights. What such a one may not, is asked for by {@link requestForActor}.
 */
export async function reachedRequest(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ row: RequestRow; side: Side; isReached: boolean }> {
  const row = await tx.consultRequest.findUnique({ where: { id }, include: withSides });
  const side = row && sideOf(actor, row);
  if (row && side) return { row, side, isReached: false };
  if (!row || !(await isReached(tx, id))) throw notFound('request');
  return { row, side: 'provider', isReached: true };
}

/** Whether a request of another department reaches the actor: it rings there, or the actor was joined. */
export async function isReached(tx: Tx, requestId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ reached: boolean }[]>`
    select ${requestId}::uuid = any (app_reached_requests()) as reached`;
  return found?.reached ?? false;
}

/** The same as the wire shows it. */
export async function describeRequest(tx: Tx, actor: Actor, id: string): Promise<ConsultRequest> {
  const { row, side } = await reachedRequest(tx, actor, id);
  const names = await namesOf(tx, [row.requesterAccountId]);
  return presentRequest(row, side, names.get(row.requesterAccountId) ?? '');
}

export const viewRequest = (deps: Deps, actor: Actor, input: { id: string }): Promise<ConsultRequest> =>
  deps.db.as(actor, async (tx) => {
    const request = await describeRequest(tx, actor, input.id);
    await deps.record(tx, actor, {
      type: 'request.viewed',
      subject: { kind: 'request', id: request.id },
      patientId: request.patient.id,
      requestId: request.id,
    });
    return request;
  });

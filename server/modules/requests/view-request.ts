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

/** The same as the wire shows it. */
export async function describeRequest(tx: Tx, actor: Actor, id: string): Promise<ConsultRequest> {
  const { row, side } = await requestForActor(tx, actor, id);
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

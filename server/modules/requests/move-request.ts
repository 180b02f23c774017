import type { Cause } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, notFound } from '../../kernel/errors.ts';
import type { RequestStatus } from './contract.ts';
import { statusBefore } from './status.ts';

/** What may change along with the status: mirrors of the booking, the claim, the room and the report. */
export type RequestPatch = {
  /** Where it goes when a time is found: the department that gives it. */
  providerOrganisationId?: string;
  providerDepartmentId?: string;
  directed?: true;
  answerDueAt?: Date;
  providerPractitionerId?: string | null;
  plannedStart?: Date | null;
  plannedEnd?: Date | null;
  consultedAt?: Date | null;
  answeredAt?: Date;
  endReason?: string | null;
  endNote?: string | null;
};

/**
 * Moves a request on by one conditional write, inside the caller's transaction: of two that move at once, one wins.
 * The caller records the event that says why.
 * @throws conflict `request_state` with `{ status }` when the table forbids it; notFound when it is not the actor's
 */
export async function moveRequest(
  _deps: Deps,
  tx: Tx,
  _actor: Cause,
  requestId: string,
  to: RequestStatus,
  patch: RequestPatch = {},
): Promise<void> {
  const moved = await tx.consultRequest.updateMany({
    where: { id: requestId, status: { in: statusBefore(to) } },
    data: { status: to, ...patch },
  });
  if (moved.count > 0) return;
  const now = await tx.consultRequest.findUnique({ where: { id: requestId }, select: { status: true } });
  if (!now) throw notFound('request');
  throw conflict('request_state', { data: { status: now.status } });
}

/**
 * Lets one transaction at a time decide how a request goes on, until its end, and tells whether a report has answered
 * it. For steps whose next status hangs on what another hand does at the same moment.
 */
export async function lockRequest(tx: Tx, requestId: string): Promise<{ isAnswered: boolean }> {
  const [row] = await tx.$queryRaw<{ answered: boolean }[]>`
    select answered_at is not null as answered from consult_request where id = ${requestId}::uuid for update`;
  return { isAnswered: row?.answered ?? false };
}

import { ask, type Tx } from '../../../kernel/db.ts';
import { sql } from '../../../kernel/statement.ts';
import type { RequestStatus } from '../../requests/contract.ts';
import type { UrgencyLevel } from '../contract.ts';
import type { UrgentStep } from '../ladder-contract.ts';

/** An urgent request as its ladder sees it. */
export type LadderRow = {
  requestId: string;
  patientId: string;
  departmentId: string;
  organisationId: string;
  status: RequestStatus;
  urgency: UrgencyLevel;
  step: UrgentStep | null;
  round: number;
  stepStartedAt: Date | null;
  stepDueAt: Date | null;
  skipped: string[];
  alarm: string | null;
  claimedAt: Date | null;
  claimedById: string | null;
};

/**
 * The request, locked until the transaction's end: of everything that moves a ladder at once, each sees what the one
 * before it has left. Null when there is none. Runs as the software itself.
 */
export async function lockLadder(tx: Tx, requestId: string): Promise<LadderRow | null> {
  // Locked first and read after: a join would read the request as it was before the wait.
  await ask(tx, sql`select 1 from urgent_request where request_id = ${requestId} for update`);
  return readLadder(tx, requestId);
}

export async function readLadder(tx: Tx, requestId: string): Promise<LadderRow | null> {
  const [row] = await ask<LadderRow>(
    tx,
    sql`select u.request_id as "requestId", r.patient_id as "patientId", r.provider_department_id as "departmentId",
      r.requester_organisation_id as "organisationId", r.status::text as status, u.urgency::text as urgency,
      u.step::text as step, u.round, u.step_started_at as "stepStartedAt", u.step_due_at as "stepDueAt", u.skipped,
      u.alarm, u.claimed_at as "claimedAt", u.claimed_by_id as "claimedById"
    from urgent_request u join consult_request r on r.id = u.request_id where u.request_id = ${requestId}`,
  );
  return row ?? null;
}

/** What every event of an urgent request carries, so that telling of it needs no further read. */
export const eventOf = ({ requestId, patientId }: Pick<LadderRow, 'requestId' | 'patientId'>) => ({
  subject: { kind: 'request', id: requestId },
  patientId,
  requestId,
});

export const whereOf = ({ departmentId, organisationId }: LadderRow) => ({ departmentId, organisationId });

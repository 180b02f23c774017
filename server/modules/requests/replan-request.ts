import type { Tx } from '../../kernel/db.ts';
import { conflict } from '../../kernel/errors.ts';

/** The mirrors of a booking that was moved or handed over. */
export type NewPlan = {
  providerPractitionerId: string;
  plannedStart: Date;
  plannedEnd: Date;
  answerDueAt: Date;
};

/**
 * Keeps a planned request in step with its booking, inside the caller's transaction.
 * @throws conflict `booking_state` when the request is not planned (any more): the consultation has begun, say
 */
export async function replanRequest(tx: Tx, requestId: string, plan: NewPlan): Promise<void> {
  const { count } = await tx.consultRequest.updateMany({
    where: { id: requestId, status: 'planned' },
    data: plan,
  });
  if (count === 0) throw conflict('booking_state');
}

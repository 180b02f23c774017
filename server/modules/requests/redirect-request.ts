import type { Tx } from '../../kernel/db.ts';
import type { Urgency } from './contract.ts';

type Addressee = { providerOrganisationId: string; providerDepartmentId: string };

/**
 * Names whom a request that waits for a time would go to, and how urgent it is, inside the caller's transaction. Another
 * department than before does not see it yet.
 */
export async function redirectRequest(
  tx: Tx,
  requestId: string,
  to: Addressee,
  urgency: Urgency,
): Promise<void> {
  const waiting = { id: requestId, status: 'waiting' } as const;
  await tx.consultRequest.updateMany({
    where: { ...waiting, providerDepartmentId: { not: to.providerDepartmentId } },
    data: { ...to, directed: false },
  });
  await tx.consultRequest.updateMany({ where: waiting, data: { urgency } });
}

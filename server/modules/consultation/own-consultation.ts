import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Prisma } from '../../kernel/generated/client.ts';
import { isReached, type Side, sideOf } from '../requests/index.ts';

const withRequest = {
  request: {
    select: {
      id: true,
      patientId: true,
      status: true,
      plannedStart: true,
      plannedEnd: true,
      requesterOrganisationId: true,
      providerDepartmentId: true,
    },
  },
} as const;

type Row = Prisma.ConsultationGetPayload<{ include: typeof withRequest }>;

/**
 * A consultation with its request and the side on which the actor stands; a second specialist is one whom it reaches.
 * With `lock`, other writers of this consultation wait until the transaction ends, so that of two who enter at once the later sees the earlier.
 * @throws notFound `consultation_not_found` for whom it is none of theirs
 */
export async function ownConsultation(
  tx: Tx,
  actor: Actor,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<{ row: Row; side: Side; isReached: boolean }> {
  if (lock === 'lock') await tx.$queryRaw`select id from consultation where id = ${id}::uuid for update`;
  const row = await tx.consultation.findUnique({ where: { id }, include: withRequest });
  const side = row && sideOf(actor, row.request);
  if (row && side) return { row, side, isReached: false };
  if (!row || !(await isReached(tx, row.request.id))) throw notFound('consultation');
  return { row, side: 'provider', isReached: true };
}

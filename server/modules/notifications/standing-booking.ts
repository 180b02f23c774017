import type { Tx } from '../../kernel/db.ts';

/**
 * Whether a booking still stands as it did: booked, not changed since `sequence`, not begun, not met earlier. From then
 * on until the transaction ends nobody can cancel or move it, so that what is said meanwhile is true.
 */
export async function standsStill(tx: Tx, bookingId: string, sequence: number, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ requestId: string }[]>`
    select request_id as "requestId" from booking
    where id = ${bookingId}::uuid and state = 'booked' and sequence = ${sequence} and start_at > ${now}
    for share`;
  if (!row) return false;
  const request = await tx.consultRequest.findUnique({
    where: { id: row.requestId },
    select: { status: true },
  });
  return request?.status === 'planned';
}

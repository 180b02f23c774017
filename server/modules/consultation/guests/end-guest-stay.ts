import type { Tx } from '../../../kernel/db.ts';

/** Ends a guest's stay at `leftAt`, once; one that never got into the books is passed over. */
export async function endGuestStay(tx: Tx, stayId: string, leftAt: Date): Promise<void> {
  const stay = await tx.guestStay.findUnique({ where: { id: stayId }, select: { joinedAt: true } });
  if (!stay) return;
  // Two clocks may differ by a moment; nobody leaves before having come.
  const at = leftAt < stay.joinedAt ? stay.joinedAt : leftAt;
  await tx.guestStay.updateMany({ where: { id: stayId, leftAt: null }, data: { leftAt: at } });
}

import type { Deps } from '../../kernel/deps.ts';
import { endGuestStay } from './guests/end-guest-stay.ts';

/**
 * Ends a stay at `leftAt`, once, whoever tells of it first; a stay that never got into the books is passed over.
 * Runs as the software itself: the person may be gone.
 */
export async function endStay(deps: Deps, stayId: string, leftAt: Date): Promise<void> {
  await deps.db.system(async (tx) => {
    const stay = await tx.participation.findUnique({
      where: { id: stayId },
      include: { consultation: { select: { request: { select: { id: true, patientId: true } } } } },
    });
    if (!stay) return endGuestStay(tx, stayId, leftAt);
    if (stay.leftAt) return;
    // Two clocks may differ by a moment; nobody leaves before having come.
    const at = leftAt < stay.joinedAt ? stay.joinedAt : leftAt;
    const ended = await tx.participation.updateMany({
      where: { id: stayId, leftAt: null },
      data: { leftAt: at },
    });
    if (ended.count === 0) return;
    const { request } = stay.consultation;
    await deps.record(tx, null, {
      type: 'participant.left',
      subject: { kind: 'consultation', id: stay.consultationId },
      patientId: request.patientId,
      requestId: request.id,
      payload: { accountId: stay.accountId, side: stay.side },
    });
  });
}

import type { Deps } from '../../../kernel/deps.ts';
import type { PeerAddress } from '../media/interface.ts';
import type { QualityReport } from '../signalling-contract.ts';

/**
 * Keeps what a seat's browser measured. Runs as the software itself: nobody reads it but the evaluation, and that per
 * consultation (`consultation_line`).
 */
export async function recordQuality(
  deps: Deps,
  { roomId: consultationId, peerId: seatId }: PeerAddress,
  report: QualityReport,
): Promise<void> {
  const at = deps.clock.now();
  await deps.db.system((tx) =>
    tx.consultationQuality.create({ data: { consultationId, seatId, at, ...report } }),
  );
}

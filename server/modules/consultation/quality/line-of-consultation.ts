import type { Tx } from '../../../kernel/db.ts';
import type { QualityReport } from '../signalling-contract.ts';

/** How a consultation's lines were, over all who sat in it; instants and people are no part of it. */
export type ConsultationLine = {
  requestId: string;
  /** Measured, all seats together. */
  seconds: number;
  seats: number;
  /** Of them, those with stills or sound alone, much made-up sound, or a picture that stood. */
  troubledSeconds: number;
  frozenSeconds: number;
  /** The median; null where no line could tell. */
  roundTripMs: number | null;
  lowestRung: QualityReport['rung'];
};

/** One line per consultation that was measured; for the evaluation, the network administrator and the software itself. */
export function consultationLines(tx: Tx): Promise<ConsultationLine[]> {
  return tx.$queryRaw<ConsultationLine[]>`
    select request_id::text as "requestId", seconds, seats, troubled_seconds as "troubledSeconds",
      frozen_seconds as "frozenSeconds", round_trip_ms as "roundTripMs", lowest_rung::text as "lowestRung"
    from consultation_line order by request_id`;
}

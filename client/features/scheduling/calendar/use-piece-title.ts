import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import type { Piece, Plan } from './plan-pieces.ts';

/** What a piece is called: "Sprechzeit", a pool, "Urlaub", "Karfreitag", or the practice that has booked. */
export function usePieceTitle(plan: Plan): (piece: Piece) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return useCallback(
    (piece) => {
      if (piece.booking) return piece.booking.requester.name;
      if (piece.hold) {
        return piece.hold.waiting
          ? t('scheduling.hold.waiting', { until: formats.time(piece.hold.heldUntil) })
          : t('scheduling.hold.booking', { by: piece.hold.by });
      }
      if (piece.kind === 'holiday') return t([`scheduling.holiday.${piece.of}`, 'scheduling.holiday.other']);
      if (piece.pool !== undefined) return t('scheduling.pools.band', { name: piece.pool });
      if (piece.kind !== 'absence') return t(`scheduling.modality.${piece.kind}`);
      const absence = plan.absences.find(({ id }) => id === piece.of);
      return t(`scheduling.reason.${absence?.reason ?? 'other'}`);
    },
    [plan, t, formats],
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Piece, Plan } from './plan-pieces.ts';

/** What a piece is called: "Sprechzeit", "Urlaub", "Karfreitag", or the practice that has booked. */
export function usePieceTitle(plan: Plan): (piece: Piece) => string {
  const { t } = useTranslation();
  return useCallback(
    (piece) => {
      if (piece.booking) return piece.booking.requester.name;
      if (piece.kind === 'holiday') return t([`scheduling.holiday.${piece.of}`, 'scheduling.holiday.other']);
      if (piece.kind !== 'absence') return t(`scheduling.modality.${piece.kind}`);
      const absence = plan.absences.find(({ id }) => id === piece.of);
      return t(`scheduling.reason.${absence?.reason ?? 'other'}`);
    },
    [plan, t],
  );
}

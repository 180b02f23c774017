import { useState } from 'react';
import { type Refusal, refusalOf } from './refusal.ts';
import { useReason } from './use-reason.ts';

/**
 * What every change of a booking asks for beside its new place: a reason where something is in the way, and a word to
 * the other side.
 * @param inTheWay what is in the way, in words
 */
export function useChange(inTheWay: readonly string[]) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [note, setNote] = useState('');
  const needsReason = inTheWay.length > 0 || refusal?.overbookable === true;
  const reason = useReason(needsReason);
  return {
    needsReason,
    check: reason.check,
    refuse: (error: unknown) => setRefusal(refusalOf(error)),
    /** Another place was chosen: what was said of the former one no longer holds. */
    forget: () => setRefusal(null),
    /** As the wire takes it. */
    fields: {
      ...(needsReason ? { overbook: { reason: reason.text } } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    },
    /** What `ChangeFrame` shows of it. */
    frame: { inTheWay, refusal, reason: reason.field, note: { value: note, set: setNote } },
  };
}

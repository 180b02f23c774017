/** When an answer is due that nobody has asked for earlier: three days after the consultation. Pure. */
export const answerWithin = 3 * 86_400_000;

/**
 * The deadline after a consultation is moved. The usual one moves with it; one that the practice has named stays,
 * unless the consultation would end after it.
 */
export function answerDueAfterMove(due: Date, oldEnd: Date, newEnd: Date): Date {
  if (due.getTime() === oldEnd.getTime() + answerWithin) return new Date(newEnd.getTime() + answerWithin);
  return due < newEnd ? newEnd : due;
}

const minute = 60_000;
/** Waits before the second, third, … attempt: a restart of the mail server, a morning of work on it. */
const waits = [
  minute,
  2 * minute,
  5 * minute,
  15 * minute,
  30 * minute,
  60 * minute,
  120 * minute,
  240 * minute,
];

/** When to try again after so many attempts that failed, or null: given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** How long to wait before the next attempt, in ms: at once the first time, then doubling up to ten seconds. */
export function restartDelay(failures: number): number {
  return failures === 0 ? 0 : Math.min(10_000, 250 * 2 ** (failures - 1));
}

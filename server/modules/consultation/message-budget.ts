/** How many signalling messages a socket may send: `burst` at once, `perSecond` in the long run. */
export type Budget = { burst: number; perSecond: number };

/**
 * A token bucket. The returned function spends one token at `now` (ms, never going back) and says whether there
 * was one.
 */
export function messageBudget({ burst, perSecond }: Budget, start: number): (now: number) => boolean {
  let tokens = burst;
  let last = start;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

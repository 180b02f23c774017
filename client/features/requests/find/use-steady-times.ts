import { useState } from 'react';
import { type Steady, steadyOf } from './steady-times.ts';

/**
 * Holds times still while somebody looks at them, see {@link steadyOf}.
 * @param view names the question; another one begins anew
 */
export function useSteadyTimes<T extends object>(
  now: readonly T[],
  keyOf: (item: T) => string,
  view: string,
): Steady<T> & { reveal: () => void } {
  const [held, setHeld] = useState({ view, items: now });
  // With nothing in view nothing can move.
  const startsAnew = held.view !== view || held.items.length === 0;
  if (startsAnew && (held.view !== view || now.length > 0)) setHeld({ view, items: now });
  return {
    ...steadyOf(startsAnew ? now : held.items, now, keyOf),
    reveal: () => setHeld({ view, items: now }),
  };
}

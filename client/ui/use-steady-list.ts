import { useState } from 'react';

/**
 * Holds a list still while people read it: what is in view keeps its place and is renewed, what is gone goes,
 * what is new waits until `reveal` is called. For a list that the person ordered anew, change `view`.
 */
export function useSteadyList<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  view = '',
): { shown: T[]; fresh: T[]; reveal: () => void } {
  const ids = items.map(idOf);
  const [held, setHeld] = useState({ view, ids });
  // With nothing in view nothing can move: the first items are shown at once.
  const startsAnew = held.view !== view || !held.ids.some((id) => ids.includes(id));
  if (startsAnew && (held.view !== view || held.ids.join() !== ids.join())) setHeld({ view, ids });
  const order = startsAnew ? ids : held.ids;
  const byId = new Map(items.map((item) => [idOf(item), item]));
  return {
    shown: order.flatMap((id) => byId.get(id) ?? []),
    fresh: items.filter((item) => !order.includes(idOf(item))),
    reveal: () => setHeld({ view, ids }),
  };
}

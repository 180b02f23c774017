import { useEffect, useState } from 'react';
import type { QueueItem } from '../../../server/modules/triage/queue-contract.ts';

export type Held = { item: QueueItem; gone: boolean };

const ghostSeconds = 5;

/**
 * What the queue shows after `items` has become known: nothing in view moves. What was taken stays for some seconds
 * as a note without a button, so that no press meant for it hits the next patient; what is new waits for `reveal`,
 * unless nothing is in view. Pure.
 */
export function mergeQueue(shown: readonly Held[], items: readonly QueueItem[]): Held[] {
  const byId = new Map(items.map((item) => [item.requestId, item]));
  const kept = shown.map(({ item }) => {
    const fresh = byId.get(item.requestId);
    return fresh ? { item: fresh, gone: false } : { item, gone: true };
  });
  const isLive = kept.some(({ gone }) => !gone);
  return isLive ? kept : [...kept, ...items.map((item) => ({ item, gone: false }))];
}

/** What waits above the list: how many are new, whether one of them is immediate, whether the order is another. */
export function notShown(
  shown: readonly Held[],
  items: readonly QueueItem[],
): { fresh: number; immediate: boolean; reordered: boolean } {
  const ids = shown.map(({ item }) => item.requestId);
  const fresh = items.filter(({ requestId }) => !ids.includes(requestId));
  const known = items.filter(({ requestId }) => ids.includes(requestId)).map(({ requestId }) => requestId);
  const inView = shown.filter(({ gone }) => !gone).map(({ item }) => item.requestId);
  return {
    fresh: fresh.length,
    immediate: fresh.some(({ urgency }) => urgency === 'immediate'),
    reordered: known.join() !== inView.join(),
  };
}

export function useSteadyQueue(items: readonly QueueItem[]) {
  const [shown, setShown] = useState<readonly Held[]>(() => mergeQueue([], items));
  useEffect(() => setShown((before) => mergeQueue(before, items)), [items]);
  const hasGhost = shown.some(({ gone }) => gone);
  useEffect(() => {
    if (!hasGhost) return;
    const timer = window.setTimeout(
      () =>
        setShown((before) =>
          mergeQueue(
            before.filter(({ gone }) => !gone),
            items,
          ),
        ),
      ghostSeconds * 1000,
    );
    return () => window.clearTimeout(timer);
  }, [hasGhost, items]);
  return {
    shown,
    ...notShown(shown, items),
    reveal: () => setShown(mergeQueue([], items)),
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Reply } from '../../../server/kernel/wire.ts';
import { ringChanged } from '../../../server/modules/triage/contract.ts';
import { listQueue } from '../../../server/modules/triage/queue-contract.ts';
import { keyOf } from '../../lib/query.ts';
import { useHear } from '../../lib/use-live.ts';

type Queue = Reply<typeof listQueue>;

/** Everybody whose ring has ended asks anew, but not all in the same moment. In ms. */
const spread = 1_500;

/** What no longer rings is still at once, before the queue is fetched again. Pure. */
export const stilled = (queue: Queue, requestId: string): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.requestId === requestId ? { ...item, ringing: false } : item)),
});

/** Keeps the queue's rings as the server tells them: a new one is fetched, an ended one falls silent at once. */
export function useOwnRings(): void {
  const client = useQueryClient();
  const queryKey = keyOf(listQueue);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useHear(ringChanged, ({ requestId, ringing }) => {
    if (ringing) {
      void client.invalidateQueries({ queryKey });
      return;
    }
    client.setQueriesData<Queue>({ queryKey }, (queue) => queue && stilled(queue, requestId));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => void client.invalidateQueries({ queryKey }),
      Math.random() * spread,
    );
  });
}

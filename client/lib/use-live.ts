import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { Fact } from '../../server/kernel/wire.ts';
import { hear } from './socket.ts';

/** Refreshes the named reads whenever the fact is heard: `useLive(queueChanged, [keyOf(listQueue)])`. */
export function useLive(fact: Fact, keys: readonly QueryKey[]): void {
  const client = useQueryClient();
  useHear(fact, () => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  });
}

/** Runs the handler whenever the fact is heard, as long as the component is shown. */
export function useHear<F extends Fact>(fact: F, handler: (data: z.output<F['data']>) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => hear(fact, (data) => latest.current(data)), [fact]);
}

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { CallError } from '../../../lib/call-error.ts';
import type { Saved } from './done.ts';

/**
 * Asks, while somebody still types, whom a change would hit. `input` null = nothing sensible is entered yet.
 * @param ask calls the endpoint with `dryRun`
 */
export function useHits<I extends object>(
  name: string,
  input: I | null,
  ask: (input: I, signal: AbortSignal) => Promise<Saved>,
) {
  const written = JSON.stringify(input);
  const [settled] = useDebouncedValue(written, 300);
  return useQuery<Saved['affected'], CallError>({
    queryKey: ['scheduling hits', name, settled],
    queryFn: async ({ signal }) => (input ? (await ask(input, signal)).affected : []),
    enabled: input !== null && settled === written,
    staleTime: 0,
    retry: false,
  });
}

import {
  keepPreviousData,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { Endpoint, Given, Reply } from '../../server/kernel/wire.ts';
import { call } from './call.ts';
import type { CallError } from './call-error.ts';
import { newKey } from './new-key.ts';

/** The cache key of an endpoint: without input it covers all its answers, e.g. to refresh them. */
export const keyOf = <E extends Endpoint>(endpoint: E, input?: Given<E>): QueryKey =>
  input === undefined ? [endpoint.path] : [endpoint.path, input];

/** Reads an endpoint and keeps the answer fresh. While a new input loads, the former answer stays in view. */
export function useLoad<E extends Endpoint>(
  endpoint: E,
  input: Given<E>,
  options: { enabled?: boolean; refetchInterval?: number | false; staleTime?: number; keep?: boolean } = {},
): UseQueryResult<Reply<E>, CallError> {
  const { keep = true, ...rest } = options;
  return useQuery<Reply<E>, CallError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

type Sending<R, I> = {
  refresh?: readonly Endpoint[];
  onSuccess?: (reply: R, input: I) => void;
  onError?: (error: CallError, input: I) => void;
};

/**
 * Sends a change. A second try with the same input carries the same idempotency key, so a reply lost on the
 * way does not lead to a second booking. `refresh` names the reads that the change makes stale.
 */
export const useSend = <E extends Endpoint>(
  endpoint: E,
  options: Sending<Reply<E>, Given<E>> = {},
): UseMutationResult<Reply<E>, CallError, Given<E>> =>
  useSendWith((input: Given<E>, key) => call(endpoint, input, { key }), options);

/** {@link useSend} where one endpoint or another is called: `send` passes the key on. */
export function useSendWith<R, I>(
  send: (input: I, key: string) => Promise<R>,
  options: Sending<R, I> = {},
): UseMutationResult<R, CallError, I> {
  const client = useQueryClient();
  const intention = useRef({ input: '', key: '' });
  return useMutation<R, CallError, I>({
    mutationFn: (input) => {
      const written = JSON.stringify(input);
      if (intention.current.input !== written) intention.current = { input: written, key: newKey() };
      return send(input, intention.current.key);
    },
    onSuccess: async (reply, input) => {
      intention.current = { input: '', key: '' };
      options.onSuccess?.(reply, input);
      await Promise.all(
        (options.refresh ?? []).map((stale) => client.invalidateQueries({ queryKey: keyOf(stale) })),
      );
    },
    ...(options.onError ? { onError: options.onError } : {}),
  });
}

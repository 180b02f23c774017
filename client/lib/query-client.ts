import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './call-error.ts';

/**
 * One cache per browser tab. `networkMode: 'always'`: the server may stand in the same building while the
 * device believes itself offline, so only a failed request counts.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

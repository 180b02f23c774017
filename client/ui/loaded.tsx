import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

/**
 * A read in its three states: waiting (skeleton), failed (with retry), there. An answer that is there stays
 * in view while a refresh fails: the shell tells of the broken line.
 */
export function Loaded<T>(props: {
  query: UseQueryResult<T, unknown>;
  children: (data: T) => ReactNode;
  waiting?: ReactNode;
  /** Rows of the default skeleton. */
  rows?: number;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) {
    return (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    );
  }
  return props.waiting ?? <ListSkeleton rows={props.rows ?? 4} />;
}

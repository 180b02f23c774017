import { CallError } from '../../lib/call-error.ts';

/** The request that is open already, when that is why another one was refused. */
export function openRequestOf(error: unknown): string | null {
  if (!(error instanceof CallError) || error.code !== 'urgent_request_open') return null;
  const { data } = error;
  return typeof data === 'object' &&
    data !== null &&
    'requestId' in data &&
    typeof data.requestId === 'string'
    ? data.requestId
    : null;
}

/** Nothing can be added any more: the request has ended or is not there. */
export const isOver = (error: unknown): boolean =>
  error instanceof CallError && (error.code === 'request_state' || error.code === 'request_not_found');

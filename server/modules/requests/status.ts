/** How a consult request may go on. Pure. */
import type { RequestStatus } from './contract.ts';

export const nextStatus = {
  waiting: ['accepted', 'withdrawn'],
  accepted: ['waiting', 'in_consultation', 'withdrawn'],
  planned: ['in_consultation', 'cancelled', 'no_show'],
  in_consultation: ['consulted', 'answered'],
  consulted: ['in_consultation', 'answered'],
  answered: [],
  cancelled: [],
  withdrawn: [],
  no_show: [],
} as const satisfies Record<RequestStatus, readonly RequestStatus[]>;

const all = Object.keys(nextStatus) as RequestStatus[];

/** From where a request may come to this status. */
export const statusBefore = (to: RequestStatus): RequestStatus[] =>
  all.filter((from) => (nextStatus[from] as readonly RequestStatus[]).includes(to));

/** Nothing follows any more. */
export const isOver = (status: RequestStatus): boolean => nextStatus[status].length === 0;

/** Requests with which somebody still has to do. */
export const openStatuses: RequestStatus[] = all.filter((status) => !isOver(status));

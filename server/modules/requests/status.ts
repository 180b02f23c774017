/** How a consult request may go on. Pure. */
import type { RequestStatus } from './contract.ts';

export const nextStatus = {
  waiting: ['accepted', 'planned', 'withdrawn'],
  accepted: ['waiting', 'in_consultation', 'withdrawn'],
  planned: ['waiting', 'in_consultation', 'cancelled', 'no_show'],
  in_consultation: ['consulted', 'answered'],
  consulted: ['in_consultation', 'answered'],
  answered: [],
  cancelled: [],
  withdrawn: [],
  no_show: [],
} as const satisfies Record<RequestStatus, readonly RequestStatus[]>;

/** Where somebody corrects who came to a booked time, the request goes back to being planned, and on from there. */
const corrected: Partial<Record<RequestStatus, readonly RequestStatus[]>> = {
  consulted: ['planned'],
  no_show: ['planned'],
};

const all = Object.keys(nextStatus) as RequestStatus[];

/** From where a request may come to this status. */
export const statusBefore = (to: RequestStatus): RequestStatus[] =>
  all.filter((from) =>
    ([...nextStatus[from], ...(corrected[from] ?? [])] as readonly RequestStatus[]).includes(to),
  );

/** Nothing follows any more. */
export const isOver = (status: RequestStatus): boolean => nextStatus[status].length === 0;

/** Requests with which somebody still has to do. */
export const openStatuses: RequestStatus[] = all.filter((status) => !isOver(status));

/** What a rush of requests must have led to, reckoned apart from the server. */
import type { KeepAlive } from '../../support/keep-alive.ts';
import type { Department } from './urgent-calls.ts';
import type { Windows } from './windows.ts';

export const urgencies = ['immediate', 'urgent', 'today'] as const;
/** What was asked for, as the model knows it. */
export type Raised = {
  requestId: string;
  department: Department;
  urgency: (typeof urgencies)[number];
  pulse: number;
};

/** Requests that rang for whoever must be rung first. */
export const reached = (raised: readonly Raised[], rings: Windows['heard']): number =>
  raised.filter(({ requestId, department }) => {
    const rung = new Set(
      rings.filter((ring) => ring.requestId === requestId).map(({ accountId }) => accountId),
    );
    const first = department.planned ? department.staff.slice(0, 1) : department.staff;
    return first.every(({ id }) => rung.has(id));
  }).length;

/** Rings of people of another department, or of others than those on call within the first two steps. */
export const wronglyRung = (raised: readonly Raised[], rings: Windows['heard']): number =>
  rings.filter(({ requestId, accountId }) => {
    const request = raised.find((one) => one.requestId === requestId);
    if (!request) return true;
    const { staff, planned } = request.department;
    // Within the minute an immediate request may have come as far as the whole department.
    const may = planned && request.urgency !== 'immediate' ? staff.slice(0, 1) : staff;
    return !may.some(({ id }) => id === accountId);
  }).length;

const rank = { immediate: 0, urgent: 1, today: 2 };
/** NEWS2 of a pulse alone (RCP 2017). */
const points = (pulse: number) => (pulse >= 131 ? 3 : pulse >= 111 ? 2 : pulse >= 91 ? 1 : 0);

/** Places of all queues at which another request stands than a plain comparison puts there. */
export async function outOfOrder(http: KeepAlive, raised: readonly Raised[]): Promise<number> {
  let wrong = 0;
  for (const department of new Set(raised.map((one) => one.department))) {
    const { body } = await http.send('GET', '/api/urgent-requests/queue', department.staff[2]?.headers ?? {});
    const { items } = body as {
      items: { requestId: string; raisedAt: string; urgency: Raised['urgency'] }[];
    };
    const of = (requestId: string) => raised.find((one) => one.requestId === requestId);
    const expected = items
      .map(({ requestId, raisedAt }) => ({ requestId, raisedAt, request: of(requestId) }))
      .sort(
        (a, b) =>
          rank[a.request?.urgency ?? 'today'] - rank[b.request?.urgency ?? 'today'] ||
          points(b.request?.pulse ?? 0) - points(a.request?.pulse ?? 0) ||
          a.raisedAt.localeCompare(b.raisedAt) ||
          a.requestId.localeCompare(b.requestId),
      );
    wrong += items.filter(({ requestId }, at) => expected[at]?.requestId !== requestId).length;
    wrong += Math.abs(items.length - raised.filter((one) => one.department === department).length);
  }
  return wrong;
}

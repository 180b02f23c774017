import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { moveRequest } from '../../requests/index.ts';
import type { MissedBy } from '../time/attendance.ts';

/**
 * What becomes of a planned request whose time was missed. It ends when the practice did not come; it never ends by
 * the department's fault: then it waits, and the practice may take a new time.
 */
export async function missRequest(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  requestId: string,
  missedBy: MissedBy,
): Promise<void> {
  if (missedBy === 'requester') {
    await moveRequest(deps, tx, cause, requestId, 'no_show', { endReason: 'no_show' });
    return;
  }
  await moveRequest(deps, tx, cause, requestId, 'waiting', {
    providerPractitionerId: null,
    plannedStart: null,
    plannedEnd: null,
  });
}

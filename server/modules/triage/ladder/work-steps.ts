import { z } from 'zod';
import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { findDue, tendRequest } from './tend-request.ts';

const Job = z.object({ requestId: z.string() });

/** Works the steps' jobs: looks twice a second. */
export const workSteps = (deps: Deps): Promise<void> =>
  deps.jobs.work('triage.step', (data) => tendRequest(deps, Job.parse(data).requestId), 0.5);

/** Does what is due anywhere, whatever became of its job. One that fails must not keep the others waiting. */
export async function sweepLadders(deps: Deps): Promise<void> {
  const due = await deps.db.system((tx) => findDue(tx, deps.clock.now()));
  for (const requestId of due) {
    await tendRequest(deps, requestId).catch((error: unknown) =>
      deps.log.error({ requestId, err: describe(error) }, 'an urgent request was not tended'),
    );
  }
}

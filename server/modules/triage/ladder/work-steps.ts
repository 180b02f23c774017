import { z } from 'zod';
import type { Deps } from '../../../kernel/deps.ts';
import { describe } from '../../../kernel/errors.ts';
import { ringForDepartments, stopRingsOf } from './ring-for-account.ts';
import { findDue, tendRequest } from './tend-request.ts';

const Job = z.union([
  /** A step's deadline, or a promise. */
  z.object({ requestId: z.string() }),
  /** Somebody of it got ready. */
  z.object({ departmentId: z.string() }),
  /** This account is not available any more. */
  z.object({ silence: z.string() }),
]);

/** Does what a job of `triage.step` says; harmless any number of times. */
export async function doStepJob(deps: Deps, data: unknown): Promise<void> {
  const job = Job.parse(data);
  if ('requestId' in job) await tendRequest(deps, job.requestId);
  else if ('silence' in job) await stopRingsOf(deps, job.silence);
  else await ringForDepartments(deps, [job.departmentId]);
}

/** Does what is due anywhere, whatever became of its job. One that fails must not keep the others waiting. */
export async function sweepLadders(deps: Deps): Promise<void> {
  const due = await deps.db.system((tx) => findDue(tx, deps.clock.now()));
  for (const requestId of due) {
    await tendRequest(deps, requestId).catch((error: unknown) =>
      deps.log.error({ requestId, err: describe(error) }, 'an urgent request was not tended'),
    );
  }
}

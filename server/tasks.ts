import type { Deps } from './kernel/deps.ts';
import type { QueueName } from './kernel/queues.ts';
import { sealEvents } from './modules/audit/index.ts';
import { forgetQuality, sweepConsultations } from './modules/consultation/index.ts';
import { sweepIdentity } from './modules/identity/index.ts';
import { remind, sendMail, sweepNotifications } from './modules/notifications/index.ts';
import { sweepAttachments } from './modules/patients/index.ts';
import {
  expireOffer,
  expireOverdue,
  lookEverywhere,
  settleMissed,
  sweepHolds,
} from './modules/scheduling/index.ts';
import { doStepJob, tellGaps } from './modules/triage/index.ts';

/** Work that recurs. */
export type Task = { queue: QueueName; cron: string; run: (deps: Deps) => Promise<void> };

const tasks: readonly Task[] = [
  { queue: 'identity.sweep', cron: '17 * * * *', run: sweepIdentity },
  { queue: 'audit.seal', cron: '* * * * *', run: sealEvents },
  { queue: 'patients.sweep', cron: '41 * * * *', run: sweepAttachments },
  { queue: 'scheduling.sweep', cron: '* * * * *', run: sweepHolds },
  { queue: 'scheduling.settle', cron: '* * * * *', run: settleMissed },
  { queue: 'waiting.sweep', cron: '* * * * *', run: expireOverdue },
  { queue: 'waiting.look', cron: '*/15 * * * *', run: lookEverywhere },
  { queue: 'triage.gaps', cron: '*/10 * * * *', run: tellGaps },
  { queue: 'consultation.sweep', cron: '*/5 * * * *', run: sweepConsultations },
  { queue: 'consultation.quality', cron: '37 3 * * *', run: forgetQuality },
  { queue: 'notifications.sweep', cron: '23 3 * * *', run: sweepNotifications },
];

/** Work for an instant of its own, sent by a use case (`startAfter`). May run twice: must be idempotent. */
export type Duty = { queue: QueueName; run: (deps: Deps, data: unknown) => Promise<void> };

export const duties: readonly Duty[] = [
  { queue: 'waiting.expire', run: expireOffer },
  { queue: 'triage.step', run: doStepJob },
  { queue: 'notifications.remind', run: remind },
  { queue: 'notifications.mail', run: sendMail },
];

/** Schedules every recurring task (each runs on one server process at a time) and works what is due. */
export async function startTasks(deps: Deps): Promise<void> {
  for (const { queue, run } of duties) await deps.jobs.work(queue, (data) => run(deps, data));
  for (const { queue, cron, run } of tasks) {
    // Nobody waits for these; four queues asked every second would keep an idle machine busy.
    await deps.jobs.work(queue, () => run(deps), 10);
    await deps.jobs.every(queue, cron);
  }
}

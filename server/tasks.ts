import type { Deps } from './kernel/deps.ts';
import type { QueueName } from './kernel/queues.ts';

/** Work that recurs. */
export type Task = { queue: QueueName; cron: string; run: (deps: Deps) => Promise<void> };

const tasks: readonly Task[] = [];

/** Schedules every recurring task; each runs on one server process at a time. */
export async function startTasks(deps: Deps): Promise<void> {
  for (const { queue, cron, run } of tasks) {
    await deps.jobs.work(queue, () => run(deps));
    await deps.jobs.every(queue, cron);
  }
}

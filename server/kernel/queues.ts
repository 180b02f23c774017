/**
 * Every pg-boss queue, so that set-up can create them as the owner: the server's own role makes no tables.
 * One per subscriber in `server/subscriptions.ts` (named `on.<subscriber>`), and one per recurring task and per duty
 * in `server/tasks.ts`.
 */
export const queues = [
  'on.billing',
  'on.notifications',
  'on.push',
  'on.waiting',
  'audit.seal',
  'identity.sweep',
  'patients.sweep',
  'scheduling.sweep',
  'scheduling.settle',
  'waiting.expire',
  'waiting.sweep',
  'waiting.look',
  'consultation.quality',
  'consultation.sweep',
  'notifications.remind',
  'notifications.mail',
  'notifications.sweep',
  'triage.step',
  'triage.gaps',
] as const;
export type QueueName = (typeof queues)[number];

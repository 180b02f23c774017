/**
 * Every pg-boss queue, so that set-up can create them as the owner: the server's own role makes no tables.
 * One per subscriber in `server/subscriptions.ts` (named `on.<subscriber>`) and one per recurring task.
 */
export const queues = [
  'on.billing',
  'audit.seal',
  'identity.sweep',
  'patients.sweep',
  'scheduling.sweep',
  'scheduling.settle',
  'consultation.sweep',
] as const;
export type QueueName = (typeof queues)[number];

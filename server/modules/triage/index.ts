export { workSteps } from './ladder/work-steps.ts';
export { onCallNow, onCallOf } from './on-call-now.ts';
export { keepPresence } from './presence/keep-presence.ts';

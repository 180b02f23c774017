export { type ColleagueRow, colleagues } from './helpers/colleagues.ts';
export { doStepJob } from './ladder/work-steps.ts';
export { onCallNow, onCallOf } from './on-call/on-call-now.ts';
export { tellGaps } from './on-call/tell-gaps.ts';
export { keepPresence } from './presence/keep-presence.ts';
export { pushSubscriber } from './push/subscribers.ts';

export { onCallNow, onCallOf } from './on-call-now.ts';

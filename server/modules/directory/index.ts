export { fullName } from './present.ts';

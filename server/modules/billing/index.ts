export { decideBilling } from './decide-billing.ts';

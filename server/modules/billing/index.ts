export { closeBatch } from './create-export.ts';
export { decideBilling, decideMany } from './decide-billing.ts';

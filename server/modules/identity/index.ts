export { actorFromCookie, authenticate } from './authenticate.ts';
export { rolesOfKind } from './contract.ts';
export { createFirstAdministrator } from './create-administrator.ts';
export { demoAccounts } from './demo-accounts.ts';
export { hashPassword } from './password.ts';
export { protect } from './protect.ts';
export { rateLimit } from './rate-limit.ts';
export { sweepIdentity } from './sweep.ts';

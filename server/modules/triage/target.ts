import type { UrgencyLevel } from './contract.ts';
import { defaultTargetMinutes } from './urgency.ts';

/** Until when a physician should be on screen, counted from `from`. Pure. */
export const targetAfter = (urgency: UrgencyLevel, from: Date): Date =>
  new Date(from.getTime() + (defaultTargetMinutes[urgency] ?? 0) * 60_000);

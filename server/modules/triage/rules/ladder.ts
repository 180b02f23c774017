import type { LocalDate } from '../../../kernel/local-date.ts';

/** In seconds: until a doctor should be on screen, and how long each step rings before the next one begins. */
export type LadderSeconds = { target: number; primary: number; deputy: number; department: number };

/** Targets and deadlines that held together from a day on; `validUntil` is the first day on which they no longer do. */
export type LadderRuleSet = {
  version: string;
  validFrom: LocalDate;
  validUntil: LocalDate | null;
  source: string;
  seconds: Readonly<Record<'immediate' | 'urgent' | 'today', LadderSeconds>>;
};

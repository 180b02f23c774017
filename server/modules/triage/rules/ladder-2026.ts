import type { LadderRuleSet } from './ladder.ts';

/**
 * What holds where a department has set nothing. Each urgency reaches the whole department well before its target,
 * so that nobody has to be on call alone.
 */
export const ladder2026: LadderRuleSet = {
  version: '2026.1',
  validFrom: '2026-01-01',
  validUntil: null,
  source:
    'network: its own targets (3 min, 15 min, 4 h); the steps are to be confirmed by its medical direction',
  seconds: {
    immediate: { target: 180, primary: 40, deputy: 40, department: 40 },
    urgent: { target: 900, primary: 120, deputy: 120, department: 180 },
    today: { target: 14_400, primary: 900, deputy: 900, department: 1_800 },
  },
};

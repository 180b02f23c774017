import type { UrgentRequest } from '../../../server/modules/triage/contract.ts';
import type { News2Context } from '../../../server/modules/triage/news2.ts';

/** What the score must know of the person of a request, beside the age. Pure. */
export const scoredOf = (
  urgent: Pick<UrgentRequest, 'pregnant' | 'oxygenScale'>,
): Pick<News2Context, 'pregnant' | 'oxygenScale'> => ({
  pregnant: urgent.pregnant,
  oxygenScale: urgent.oxygenScale.scale,
});

import type { Resident } from '../../../server/modules/patients/contract.ts';
import { addToUrgentRequest } from '../../../server/modules/triage/addition-contract.ts';
import { raiseUrgentRequest, type UrgencyLevel } from '../../../server/modules/triage/contract.ts';
import { call } from '../../lib/call.ts';
import { additionOf, type bodyOf, type UrgentDraft } from './urgent-draft.ts';
import type { Send } from './use-raise.ts';

/** The resident's urgent request that is not over, as the list knows it. */
export function openOf(resident: Resident | undefined): string | null {
  const open = resident?.openRequest;
  const adds = open?.kind === 'urgent' && ['waiting', 'accepted', 'in_consultation'].includes(open.status);
  return adds ? open.id : null;
}

/** A request of its own, or what is added to the one that is open; null while something is missing. */
export function sendOf(
  draft: UrgentDraft,
  addTo: string | null,
  suggested: UrgencyLevel,
  body: ReturnType<typeof bodyOf>,
): Send | null {
  if (addTo !== null)
    return (options) => call(addToUrgentRequest, additionOf(draft, addTo, suggested), options);
  return body && ((options) => call(raiseUrgentRequest, body, options));
}

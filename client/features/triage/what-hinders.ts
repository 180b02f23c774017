import type { UrgencyLevel } from '../../../server/modules/triage/contract.ts';
import { checkChosenUrgency } from '../../../server/modules/triage/urgency.ts';
import { storable } from '../../../server/modules/triage/vital-signs.ts';
import type { UrgentDraft } from './urgent-draft.ts';
import { findingsOf } from './vitals-typed.ts';

export type Hindrance = 'resident' | 'situation' | 'note' | 'values' | 'reason' | 'consent' | 'consentName';

/** Per step what keeps from going on, or null. Only what the server would refuse; missing values hinder nobody. */
export function whatHinders(draft: UrgentDraft, suggested: UrgencyLevel): (Hindrance | null)[] {
  return [
    draft.patientId === null ? 'resident' : null,
    situation(draft),
    storable([...findingsOf(draft.vitals).values()]) ? null : 'values',
    check(draft, suggested),
  ];
}

function situation({ situations, note }: UrgentDraft): Hindrance | null {
  if (situations.length === 0) return 'situation';
  // "Other" alone tells the specialist nothing.
  return situations.every((one) => one === 'other') && note.trim() === '' ? 'note' : null;
}

function check(draft: UrgentDraft, suggested: UrgencyLevel): Hindrance | null {
  if (checkChosenUrgency(suggested, draft.urgency ?? suggested, draft.urgencyReason) !== null)
    return 'reason';
  if (draft.giver === null) return 'consent';
  const named = draft.giver === 'guardian' || draft.giver === 'representative';
  return named && draft.giverName.trim() === '' ? 'consentName' : null;
}

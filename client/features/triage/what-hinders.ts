import type { UrgencyLevel } from '../../../server/modules/triage/contract.ts';
import { checkChosenUrgency } from '../../../server/modules/triage/urgency.ts';
import { storable } from '../../../server/modules/triage/vital-signs.ts';
import type { UrgentDraft } from './urgent-draft.ts';
import { findingsOf, isEmpty } from './vitals-typed.ts';

export type Hindrance =
  | 'resident'
  | 'situation'
  | 'note'
  | 'values'
  | 'reason'
  | 'consent'
  | 'consentName'
  | 'nothing';

/** Per step what keeps from going on, or null. Only what the server would refuse; missing values hinder nobody. */
export function whatHinders(draft: UrgentDraft, suggested: UrgencyLevel): (Hindrance | null)[] {
  return [
    draft.patientId === null ? 'resident' : null,
    situation(draft),
    storable([...findingsOf(draft.vitals).values()]) ? null : 'values',
    check(draft, suggested),
  ];
}

/** The same for what is added to an open request: anything will do, as long as there is something. */
export function whatHindersAdding(draft: UrgentDraft): (Hindrance | null)[] {
  const says = draft.situations.length > 0 || [draft.note, draft.background].some((text) => text.trim());
  const something = says || !isEmpty(draft.vitals) || draft.pictures.length > 0;
  return [
    draft.patientId === null ? 'resident' : null,
    null,
    storable([...findingsOf(draft.vitals).values()]) ? null : 'values',
    something ? null : 'nothing',
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

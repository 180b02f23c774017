import { useCallback, useMemo, useRef } from 'react';
import type { Given } from '../../../server/kernel/wire.ts';
import type { AttachmentKind } from '../../../server/modules/patients/attachment-contract.ts';
import { consentWording } from '../../../server/modules/patients/contract.ts';
import type { addToUrgentRequest } from '../../../server/modules/triage/addition-contract.ts';
import type {
  Onset,
  raiseUrgentRequest,
  UrgencyLevel,
  Wanted,
} from '../../../server/modules/triage/contract.ts';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import {
  type Situation,
  suggestUrgency,
  type UrgencySuggestion,
} from '../../../server/modules/triage/urgency.ts';
import { forgetPicture } from '../../lib/kept-pictures.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { noVitals, scoreTyped, type VitalsTyped, valuesTyped } from './vitals-typed.ts';

export type ConsentGiver = 'patient' | 'guardian' | 'representative' | 'presumed';

/** Everything that is entered on the way to an urgent request; kept on the device at every tap. */
export type UrgentDraft = {
  version: 1;
  step: number;
  patientId: string | null;
  situations: Situation[];
  onset: Onset | null;
  wanted: Wanted | null;
  note: string;
  background: string;
  vitals: VitalsTyped;
  /** Null: not asked or not said. */
  pregnant: boolean | null;
  /** Null: as the rules suggest. */
  urgency: UrgencyLevel | null;
  urgencyReason: string;
  /** Null: "don't know". */
  specialty: string | null;
  giver: ConsentGiver | null;
  giverName: string;
  /** Null: the house's number. */
  phone: string | null;
  /** Kept on the device; with the server's id once they are there. */
  pictures: { id: string; kind: AttachmentKind; attachmentId: string | null }[];
  /** The person's request that is open already: what is entered is added to it. */
  addTo: string | null;
  /** "Send" was pressed: goes out under this idempotency key as soon as the line allows. */
  sendingAs: string | null;
};

export const emptyDraft: UrgentDraft = {
  version: 1,
  step: 0,
  patientId: null,
  situations: [],
  onset: null,
  wanted: null,
  note: '',
  background: '',
  vitals: noVitals,
  pregnant: null,
  urgency: null,
  urgencyReason: '',
  specialty: null,
  giver: null,
  giverName: '',
  phone: null,
  pictures: [],
  addTo: null,
  sendingAs: null,
};

const isDraft = (value: unknown): value is UrgentDraft =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'sendingAs' in value;

/** The one urgent request that this person is entering on this device. */
export function useUrgentDraft() {
  const draft = useDraft<UrgentDraft>('urgent.new', emptyDraft, isDraft);
  const { set, clear, restored, savedAt } = draft;
  // A draft of an earlier version knows no pictures and no open request.
  const value = useMemo(() => ({ ...emptyDraft, ...draft.value }), [draft.value]);
  const latest = useRef(value);
  // Two taps between two renders both count: each builds on the other, not on what was shown.
  const patch = useCallback(
    (change: Partial<UrgentDraft>) => {
      latest.current = { ...latest.current, ...change };
      set(latest.current);
    },
    [set],
  );
  const forget = useCallback(() => {
    for (const { id } of latest.current.pictures) void forgetPicture(id);
    latest.current = emptyDraft;
    clear();
  }, [clear]);
  /** What was entered belongs to one person: another person starts empty. */
  const choose = useCallback(
    (patientId: string) => {
      if (latest.current.patientId !== patientId) forget();
      patch({ patientId, step: Math.max(1, latest.current.step) });
    },
    [forget, patch],
  );
  return { value, restored, savedAt, patch, choose, clear: forget };
}
export type UrgentDraftHandle = ReturnType<typeof useUrgentDraft>;

/** What the rules in force on the day suggest for what is entered so far. */
export function suggestionOf(draft: UrgentDraft, person: News2Context, today: string): UrgencySuggestion {
  const values = valuesTyped(draft.vitals);
  return suggestUrgency(
    {
      situations: draft.situations,
      news2: scoreTyped(draft.vitals, person),
      glucose: values.glucose ?? null,
      pain: values.pain ?? null,
    },
    today,
  );
}

export const levelOf = (suggestion: UrgencySuggestion): UrgencyLevel =>
  suggestion.urgency === 'routine' ? 'today' : suggestion.urgency;

/** The one line that the specialist reads first: what was tapped, then what was written. At most 400 letters. */
export function questionOf(draft: UrgentDraft, nameOf: (situation: Situation) => string): string {
  const tapped = draft.situations
    .filter((one) => one !== 'other')
    .map(nameOf)
    .join(', ');
  return [tapped, draft.note.trim().replace(/\s+/g, ' ')].filter(Boolean).join('. ').slice(0, 400);
}

/** What is sent; null while the resident or who consents is not chosen. */
export function bodyOf(
  draft: UrgentDraft,
  suggested: UrgencyLevel,
  question: string,
): Given<typeof raiseUrgentRequest> | null {
  if (draft.patientId === null || draft.giver === null) return null;
  return {
    patientId: draft.patientId,
    situations: draft.situations,
    situationNote: draft.note.trim() || null,
    onset: draft.onset,
    wanted: draft.wanted,
    question,
    background: draft.background.trim() || null,
    vitals: valuesTyped(draft.vitals),
    pregnant: draft.pregnant,
    urgency: draft.urgency ?? suggested,
    urgencyReason: draft.urgencyReason.trim() || null,
    specialtyCode: draft.specialty,
    consent: {
      giver: draft.giver,
      giverName: draft.giverName.trim() || null,
      form: 'verbal',
      wording: consentWording,
    },
    callbackPhone: draft.phone?.trim() || null,
    attachments: draft.pictures.flatMap(({ attachmentId }) => attachmentId ?? []),
  };
}

/** What is added to the request that is open already. The urgency can only rise by it. */
export function additionOf(
  draft: UrgentDraft,
  requestId: string,
  suggested: UrgencyLevel,
): Given<typeof addToUrgentRequest> {
  return {
    requestId,
    vitals: valuesTyped(draft.vitals),
    situations: draft.situations,
    situationNote: draft.note.trim() || null,
    onset: draft.onset,
    wanted: draft.wanted,
    background: draft.background.trim() || null,
    pregnant: draft.pregnant,
    urgency: draft.urgency ?? suggested,
    callbackPhone: draft.phone?.trim() || null,
    attachments: draft.pictures.flatMap(({ attachmentId }) => attachmentId ?? []),
  };
}

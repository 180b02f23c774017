import type { LocalDate } from '../../../kernel/local-date.ts';

/** Most to least. `routine` is what a booked time is for; an urgent request is at least `today`. */
export const urgencies = ['immediate', 'urgent', 'today', 'routine'] as const;
export type Urgency = (typeof urgencies)[number];

/** What a nurse can tap as "what is happening". */
export const situations = [
  'unresponsive',
  'severe_bleeding',
  'stroke_signs',
  'chest_pain',
  'breathlessness',
  'allergic_reaction',
  'seizure',
  'head_injury_anticoagulated',
  'head_injury',
  'fall',
  'new_confusion',
  'fever',
  'abdominal_pain',
  'urinary_retention',
  'vomiting_diarrhoea',
  'blood_sugar',
  'swollen_leg',
  'acute_pain',
  'palliative_symptoms',
  'wound',
  'skin_change',
  'tube_or_catheter',
  'behaviour',
  'poor_intake',
  'medication_question',
  'other',
] as const;
export type Situation = (typeof situations)[number];

export type UrgencyCondition =
  | { situation: Situation }
  | { news2AtLeast: number }
  /** One parameter alone scores 3. */
  | { singleThree: true }
  /** mg/dl. */
  | { glucoseBelow: number }
  | { glucoseAtLeast: number }
  /** 0 to 10. */
  | { painAtLeast: number };

export type UrgencyRule = {
  /** Stable; the client says it in words. */
  id: string;
  when: UrgencyCondition;
  urgency: Urgency;
  /** The screen asks first whether 112 was called. */
  call112?: true;
  /** Where the threshold comes from; `network` = the network's own judgement. */
  source: string;
};

/** Rules that held together from a day on; `validUntil` is the first day on which they no longer do. */
export type UrgencyRuleSet = {
  version: string;
  validFrom: LocalDate;
  validUntil: LocalDate | null;
  rules: readonly UrgencyRule[];
};

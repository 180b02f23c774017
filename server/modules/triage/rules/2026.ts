/**
 * Suggested urgency, version 2026. Each source gives the sign or the threshold; which of the network's urgencies
 * follows from it is the network's own decision in every line, to be confirmed by its medical direction.
 */
import type { UrgencyRuleSet } from './rule.ts';

const rcp = 'Royal College of Physicians, NEWS2 (2017), chart 4';
const network = 'network';

export const rules2026: UrgencyRuleSet = {
  version: '2026.1',
  validFrom: '2026-01-01',
  validUntil: null,
  rules: [
    { id: 'news2_high', when: { news2AtLeast: 7 }, urgency: 'immediate', source: rcp },
    { id: 'news2_medium', when: { news2AtLeast: 5 }, urgency: 'urgent', source: rcp },
    { id: 'news2_single_three', when: { singleThree: true }, urgency: 'urgent', source: rcp },

    {
      id: 'unresponsive',
      when: { situation: 'unresponsive' },
      urgency: 'immediate',
      call112: true,
      source: 'European Resuscitation Council, Guidelines: Basic Life Support',
    },
    {
      id: 'severe_bleeding',
      when: { situation: 'severe_bleeding' },
      urgency: 'immediate',
      call112: true,
      source: 'European Resuscitation Council, Guidelines: First Aid',
    },
    {
      id: 'stroke_signs',
      when: { situation: 'stroke_signs' },
      urgency: 'immediate',
      call112: true,
      source: 'AWMF 030-046, Akuttherapie des ischämischen Schlaganfalls (face, arm, speech, time)',
    },
    {
      id: 'chest_pain',
      when: { situation: 'chest_pain' },
      urgency: 'immediate',
      call112: true,
      source: 'European Society of Cardiology, Guidelines for acute coronary syndromes (2023)',
    },
    {
      id: 'allergic_reaction',
      when: { situation: 'allergic_reaction' },
      urgency: 'immediate',
      call112: true,
      source: 'AWMF 061-025, Akuttherapie und Management der Anaphylaxie',
    },
    {
      id: 'seizure',
      when: { situation: 'seizure' },
      urgency: 'immediate',
      call112: true,
      source: 'AWMF 030-079, Status epilepticus im Erwachsenenalter',
    },
    { id: 'breathlessness', when: { situation: 'breathlessness' }, urgency: 'immediate', source: network },
    {
      id: 'head_injury_anticoagulated',
      when: { situation: 'head_injury_anticoagulated' },
      urgency: 'immediate',
      source: 'AWMF 008-001, Schädel-Hirn-Trauma im Erwachsenenalter (anticoagulation as a risk)',
    },
    {
      id: 'glucose_very_low',
      when: { glucoseBelow: 54 },
      urgency: 'immediate',
      source: 'International Hypoglycaemia Study Group (2017): clinically important below 54 mg/dl',
    },

    { id: 'head_injury', when: { situation: 'head_injury' }, urgency: 'urgent', source: network },
    { id: 'new_confusion', when: { situation: 'new_confusion' }, urgency: 'urgent', source: rcp },
    { id: 'abdominal_pain', when: { situation: 'abdominal_pain' }, urgency: 'urgent', source: network },
    { id: 'urinary_retention', when: { situation: 'urinary_retention' }, urgency: 'urgent', source: network },
    { id: 'acute_pain', when: { situation: 'acute_pain' }, urgency: 'urgent', source: network },
    { id: 'severe_pain', when: { painAtLeast: 7 }, urgency: 'urgent', source: network },
    {
      id: 'palliative_symptoms',
      when: { situation: 'palliative_symptoms' },
      urgency: 'urgent',
      source: network,
    },
    {
      id: 'swollen_leg',
      when: { situation: 'swollen_leg' },
      urgency: 'urgent',
      source: 'AWMF 065-002, Venenthrombose und Lungenembolie (same-day clarification)',
    },
    { id: 'glucose_very_high', when: { glucoseAtLeast: 400 }, urgency: 'urgent', source: network },
  ],
};

/** What a request must carry before it may be sent. Pure. */
import type { RequestKind } from './contract.ts';

export type RequestFacts = {
  kind: RequestKind;
  /** `practice` asks under the Telekonsilien-Vereinbarung; a care home only in urgent cases and outside of it. */
  requesterKind: 'hospital' | 'practice' | 'care_home' | 'network';
  requester: { street: string; postalCode: string; city: string; phone: string; email: string };
  /** Of the requesting physician; null = none named. */
  lanr: string | null;
  practitionerNamed: boolean;
  patient: { kvnr: string | null; insuranceKind: 'GKV' | 'PKV' | 'BG' | 'SEL' | 'SOZ' };
  question: string;
  diagnoses: number;
  /** null = not asked. */
  medication: string | null;
  consent: { giver: 'patient' | 'guardian' | 'representative' | 'presumed' } | null;
  /** Epoch milliseconds. */
  answerDueAt: number;
  earliestAnswer: number;
};

export type Missing = { code: 'consent_missing' | 'request_incomplete'; fields: Record<string, string> };

/**
 * What is missing, by input name; null when the request is complete. Mandatory data after the
 * Telekonsilien-Vereinbarung (§ 367 SGB V, 29.5.2020): requester with address, phone, e-mail and LANR; patient with
 * birth date, insurance number and sex; diagnosis or suspected diagnosis; medication if any; question; deadline.
 */
export function whatIsMissing(facts: RequestFacts): Missing | null {
  const fields: Record<string, string> = {};
  if (facts.question.trim() === '') fields.question = 'required';
  if (facts.answerDueAt <= facts.earliestAnswer) fields.answerDueAt = 'answer_due_too_early';
  if (facts.requesterKind === 'practice') {
    if (!facts.practitionerNamed) fields.requesterPractitionerId = 'required';
    else if (!facts.lanr) fields.requesterPractitionerId = 'lanr_missing';
    if (addressOf(facts.requester).some((part) => part.trim() === '')) fields.requester = 'address_missing';
    if (facts.diagnoses === 0) fields.diagnoses = 'required';
    if (facts.medication === null) fields.medication = 'required';
    // Who is not insured by law may have no such number.
    if (facts.patient.kvnr === null && facts.patient.insuranceKind === 'GKV')
      fields['patient.kvnr'] = 'required';
  }
  if (facts.consent === null) return { code: 'consent_missing', fields: { ...fields, consent: 'required' } };
  if (facts.consent.giver === 'presumed' && facts.kind !== 'urgent') {
    fields['consent.giver'] = 'presumed_only_urgent';
  }
  return Object.keys(fields).length > 0 ? { code: 'request_incomplete', fields } : null;
}

const addressOf = ({ street, postalCode, city, phone, email }: RequestFacts['requester']): string[] => [
  street,
  postalCode,
  city,
  phone,
  email,
];

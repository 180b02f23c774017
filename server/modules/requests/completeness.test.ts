import { describe, expect, it } from 'vitest';
import { type RequestFacts, whatIsMissing } from './completeness.ts';

const complete: RequestFacts = {
  kind: 'scheduled',
  requesterKind: 'practice',
  requester: {
    street: 'Testweg 1',
    postalCode: '26133',
    city: 'Oldenburg',
    phone: '0441 0',
    email: 'a@b.example',
  },
  lanr: '123456601',
  practitionerNamed: true,
  patient: { kvnr: 'A123456780', insuranceKind: 'GKV' },
  question: 'Ist das Herz krank?',
  diagnoses: 1,
  medication: '',
  consent: { giver: 'patient' },
  answerDueAt: 2,
  earliestAnswer: 1,
};
const fieldsOf = (change: Partial<RequestFacts>) => whatIsMissing({ ...complete, ...change })?.fields;

describe('what a request must carry', () => {
  it('is satisfied by a complete one', () => {
    expect(whatIsMissing(complete)).toBeNull();
  });

  it.each<[Partial<RequestFacts>, Record<string, string>]>([
    [{ question: ' ' }, { question: 'required' }],
    [{ answerDueAt: 1 }, { answerDueAt: 'answer_due_too_early' }],
    [{ practitionerNamed: false, lanr: null }, { requesterPractitionerId: 'required' }],
    [{ lanr: null }, { requesterPractitionerId: 'lanr_missing' }],
    [{ requester: { ...complete.requester, phone: '' } }, { requester: 'address_missing' }],
    [{ diagnoses: 0 }, { diagnoses: 'required' }],
    [{ medication: null }, { medication: 'required' }],
    [{ patient: { kvnr: null, insuranceKind: 'GKV' } }, { 'patient.kvnr': 'required' }],
    [{ consent: { giver: 'presumed' } }, { 'consent.giver': 'presumed_only_urgent' }],
  ])('names what is missing: %j', (change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  it('tells a missing consent by a code of its own', () => {
    expect(whatIsMissing({ ...complete, consent: null })).toEqual({
      code: 'consent_missing',
      fields: { consent: 'required' },
    });
  });

  it('asks less of a care home in an urgent case, and of patients who are privately insured', () => {
    const urgent = {
      kind: 'urgent',
      requesterKind: 'care_home',
      practitionerNamed: false,
      lanr: null,
    } as const;
    expect(
      fieldsOf({ ...urgent, diagnoses: 0, medication: null, consent: { giver: 'presumed' } }),
    ).toBeUndefined();
    expect(fieldsOf({ patient: { kvnr: null, insuranceKind: 'PKV' } })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { emptyDraft, emptyPatient, type RequestDraft } from './request-draft.ts';
import { proposedWish } from './waiting/wish.ts';
import { whatIsMissing } from './what-is-missing.ts';

const today = '2026-11-23';
const missing = (draft: Partial<RequestDraft>, needsRequester = false) =>
  whatIsMissing({ ...emptyDraft, ...draft }, needsRequester, today);
const hold: RequestDraft['hold'] = {
  id: 'h',
  practitionerId: 'p',
  poolId: null,
  poolName: null,
  startAt: '2026-11-24T08:40:00Z',
  endAt: '2026-11-24T09:00:00Z',
  heldUntil: '2026-11-23T09:05:00Z',
  extendable: true,
  practitionerName: 'Dr. Muster',
  departmentName: 'Kardiologie',
  startedAt: '2026-11-23T09:00:00Z',
};
const complete: Partial<RequestDraft> = {
  specialtyCode: 'cardiology',
  newPatient: {
    ...emptyPatient,
    familyName: 'Muster',
    givenName: 'Anna',
    birthDate: '12.3.1941',
    sex: 'female',
    kvnr: 'a123 456 780',
  },
  question: 'Therapie?',
  diagnoses: [{ code: 'I50.13', title: '', certainty: 'V' }],
  takesNone: true,
  giver: 'patient',
  form: 'verbal',
  hold,
};

describe('what a request still needs', () => {
  it('begins with everything', () => {
    expect(missing({})).toEqual([
      'specialty',
      'patient',
      'question',
      'diagnoses',
      'medication',
      'giver',
      'form',
      'time',
    ]);
  });

  it('ends with nothing', () => expect(missing(complete)).toEqual([]));

  it('needs no time on the waiting list, but days that can still come', () => {
    const waiting = { ...complete, hold: null, way: 'waiting' } as const;
    expect(missing(waiting)).toEqual([]);
    const wish = { ...proposedWish(today), fromDay: '2026-12-01', untilDay: '2026-11-30' };
    expect(missing({ ...waiting, wish })).toEqual(['wish']);
  });

  it('asks for a time again after the held one was given back', () => {
    expect(missing({ ...complete, hold: hold && { ...hold, givenBack: true } })).toEqual(['time']);
  });

  it('asks for the parts of a new patient', () => {
    expect(
      missing({ ...complete, newPatient: { ...emptyPatient, kvnr: 'A123456781', birthDate: '12.3.2041' } }),
    ).toEqual(['familyName', 'givenName', 'birthDate', 'sex', 'kvnr']);
  });

  it('lets who is privately insured have no number, but no wrong one', () => {
    const patient = { ...emptyPatient, ...complete.newPatient, insuranceKind: 'PKV' as const };
    expect(missing({ ...complete, newPatient: { ...patient, kvnr: '' } })).toEqual([]);
    expect(missing({ ...complete, newPatient: { ...patient, kvnr: '12' } })).toEqual(['kvnr']);
  });

  it('asks for a name where somebody consents for the patient, and for the physician where there are several', () => {
    expect(missing({ ...complete, giver: 'guardian' }, true)).toEqual(['requester', 'giverName']);
  });
});

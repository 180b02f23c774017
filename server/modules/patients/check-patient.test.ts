import { describe, expect, it } from 'vitest';
import { checkPatient } from './check-patient.ts';

const today = '2026-11-23';

describe('entered patient data', () => {
  it('is normalised', () => {
    expect(
      checkPatient({ kvnr: 'a12345 6780', payerIk: '109519005', birthDate: '1941-03-12' }, today),
    ).toEqual({
      patient: { kvnr: 'A123456780', payerIk: '109519005', birthDate: new Date('1941-03-12T00:00:00Z') },
      fields: {},
    });
  });

  it('keeps "none known" apart from "not asked"', () => {
    expect(
      checkPatient({ allergies: '', medication: null, phone: '', room: undefined }, today).patient,
    ).toEqual({
      allergies: '',
      medication: null,
      phone: null,
    });
  });

  it('names every wrong field', () => {
    expect(
      checkPatient({ kvnr: 'A123456781', payerIk: '123', birthDate: '2026-11-24' }, today).fields,
    ).toEqual({
      kvnr: 'kvnr_invalid',
      payerIk: 'ik_invalid',
      birthDate: 'birth_date_future',
    });
    expect(checkPatient({ birthDate: '1889-12-31' }, today).fields).toEqual({
      birthDate: 'birth_date_too_early',
    });
    expect(checkPatient({ birthDate: today }, today).fields).toEqual({});
  });

  it('lets published example numbers pass', () => {
    expect(checkPatient({ kvnr: 'X234567890' }, today)).toMatchObject({
      patient: { kvnr: 'X234567890' },
      fields: {},
    });
  });
});

import { describe, expect, it } from 'vitest';
import { type PatientRow, toPatient } from './patient.ts';

const context = { base: 'https://n.example/fhir/R4', sid: 'https://n.example/fhir/sid' };
const row: PatientRow = {
  id: '0199a1b0-0000-7000-8000-000000000001',
  number: 123,
  kvnr: 'A123456780',
  insuranceKind: 'GKV',
  familyName: 'Muster',
  givenName: 'Anna Maria',
  birthDate: new Date('1941-03-12'),
  sex: 'female',
  street: 'Musterweg 1',
  postalCode: '26121',
  city: 'Oldenburg',
  phone: null,
  active: true,
  organisation: { id: '0199a1b0-0000-7000-8000-000000000002', name: 'Praxis Muster' },
};

describe('Patient', () => {
  it('fills what ISiKPatient demands', () => {
    const patient = toPatient(row, context);
    expect(patient).toMatchObject({
      identifier: [
        {
          type: { coding: [{ code: 'MR' }] },
          system: 'https://n.example/fhir/sid/patient',
          value: 'P-000123',
        },
        {
          type: { coding: [{ code: 'KVZ10' }] },
          system: 'http://fhir.de/sid/gkv/kvid-10',
          value: 'A123456780',
        },
      ],
      name: [{ use: 'official', family: 'Muster', given: ['Anna', 'Maria'] }],
      gender: 'female',
      birthDate: '1941-03-12',
      address: [
        { type: 'both', line: ['Musterweg 1'], city: 'Oldenburg', postalCode: '26121', country: 'DE' },
      ],
    });
    expect(patient._gender).toBeUndefined();
  });

  it('says "divers" where FHIR says other', () => {
    expect(toPatient({ ...row, sex: 'other' }, context)._gender?.extension[0]).toMatchObject({
      url: 'http://fhir.de/StructureDefinition/gender-amtlich-de',
      valueCoding: { code: 'D' },
    });
  });

  it('leaves out an incomplete address and a missing number', () => {
    const patient = toPatient({ ...row, street: null, kvnr: null }, context);
    expect(patient.address).toBeUndefined();
    expect(patient.identifier).toHaveLength(1);
  });
});

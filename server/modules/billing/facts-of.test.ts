import { describe, expect, it } from 'vitest';
import type { BillingCase } from './billing-case.ts';
import { factsOf } from './facts-of.ts';

const stored: BillingCase = {
  requestId: 'this',
  number: 1,
  kind: 'scheduled',
  specialityGroup: '28',
  diagnoses: [],
  questionComplete: true,
  patientId: 'p',
  kvnr: 'A123456780',
  birthDate: new Date('1948-05-12'),
  insuranceKind: 'GKV',
  payerIk: null,
  payerName: null,
  requesterId: 'practice',
  requesterName: 'Practice',
  requesterKind: 'practice',
  requesterBsnr: '121234500',
  requesterIk: null,
  requesterPractitionerId: 'gp',
  requesterLanr: '123456601',
  providerId: 'hospital',
  providerName: 'Hospital',
  providerKind: 'hospital',
  providerBsnr: null,
  providerIk: '260326822',
  providerPractitionerId: 'cardiologist',
  providerLanr: null,
  consentGiver: 'patient',
  consentForm: 'written',
  consentRecordedAt: new Date('2026-11-20T09:00:00Z'),
  consentRevokedAt: null,
  startedAt: new Date('2026-11-23T09:00:00Z'),
  closedAt: new Date('2026-11-23T09:12:00Z'),
  presentSeconds: 720,
  byPhone: false,
  reportFinalisedAt: null,
};
const of = (change: Partial<BillingCase>) => factsOf({ ...stored, ...change });

describe('consent', () => {
  it('counts until it is taken back', () => {
    expect(of({}).consent).toBe('given');
    expect(of({ consentRevokedAt: new Date('2026-11-23T08:59:59Z') }).consent).toBe('revoked');
    expect(of({ consentRevokedAt: new Date('2026-11-23T09:05:00Z') }).consent).toBe('given');
    expect(of({ consentGiver: 'presumed', consentForm: 'verbal' }).consent).toBe('presumed');
    expect(of({ consentGiver: null, consentForm: null, consentRecordedAt: null }).consent).toBe('missing');
  });

  it('proves a contact in the quarter only when the patient signed it in that quarter', () => {
    expect(of({}).contactInQuarter).toBe(true);
    // The first instant of the fourth quarter by the clock on the wall, and the one before.
    expect(of({ consentRecordedAt: new Date('2026-09-30T22:00:00Z') }).contactInQuarter).toBe(true);
    expect(of({ consentRecordedAt: new Date('2026-09-30T21:59:59Z') }).contactInQuarter).toBe(false);
    expect(of({ consentForm: 'verbal' }).contactInQuarter).toBe(false);
    expect(of({ consentGiver: 'guardian' }).contactInQuarter).toBe(false);
  });
});

it('takes a question to another speciality group for one outside of the own field', () => {
  expect(of({}).preconditionConfirmed).toBe(true);
  expect(of({ requesterLanr: '123456628' }).preconditionConfirmed).toBe(false);
  expect(of({ requesterLanr: null }).preconditionConfirmed).toBe(false);
});

it('knows a report by its first final version, delivered on this platform', () => {
  expect(of({}).reportChannel).toBeNull();
  const at = new Date('2026-11-23T09:30:00Z');
  expect(of({ reportFinalisedAt: at })).toMatchObject({
    reportFinalisedAt: at.getTime(),
    reportChannel: 'platform',
  });
});

import type { ConsultationFacts, PastEvent } from '../../server/modules/billing/facts.ts';
import { type BillingEvent, bill } from '../../server/modules/billing/rules.ts';

export const start = Date.parse('2026-11-23T09:00:00Z');
export const flawless: ConsultationFacts = {
  requestId: 'this',
  kind: 'scheduled',
  patient: { id: 'p1', kvnr: 'X110411675', insurance: 'GKV', payerIk: '109519005' },
  requester: {
    organisationId: 'practice',
    kind: 'practice',
    practitionerId: 'gp',
    lanr: '123456601',
    bsnr: '121234500',
  },
  provider: {
    organisationId: 'hospital',
    kind: 'hospital',
    practitionerId: 'cardiologist',
    lanr: null,
    bsnr: null,
    ik: '260326822',
    specialityGroup: '28',
  },
  startedAt: start,
  endedAt: start + 700_000,
  bothPresentSeconds: 700,
  byPhone: false,
  documentedSeconds: null,
  consent: 'given',
  questionComplete: true,
  requestElectronic: true,
  reportFinalisedAt: start + 900_000,
  reportChannel: 'kim',
  contactInQuarter: true,
  preconditionConfirmed: true,
};
export const fromCareHome: Partial<ConsultationFacts> = {
  kind: 'urgent',
  requester: { organisationId: 'home', kind: 'care_home', practitionerId: null, lanr: null, bsnr: null },
};

/** What is decided about the flawless consultation with a change, by code. */
export function of(
  change: Partial<ConsultationFacts>,
  history: PastEvent[] = [],
): Record<string, BillingEvent> {
  return Object.fromEntries(bill({ ...flawless, ...change }, history).map((event) => [event.code, event]));
}
export const verdict = (event: BillingEvent | undefined) => event && [event.status, ...event.reasons];
export const patient = (change: Partial<ConsultationFacts['patient']>) => ({
  patient: { ...flawless.patient, ...change },
});
export const requester = (change: Partial<ConsultationFacts['requester']>) => ({
  requester: { ...flawless.requester, ...change },
});
export const provider = (change: Partial<ConsultationFacts['provider']>) => ({
  provider: { ...flawless.provider, ...change },
});
export const past = (code: string, change: Partial<PastEvent> = {}): PastEvent => ({
  requestId: 'earlier',
  tariff: 'EBM',
  code,
  side: code === '01670' ? 'requester' : 'provider',
  organisationId: code === '01670' ? 'practice' : 'hospital',
  specialityGroup: code === '01670' ? null : '28',
  patientId: 'p1',
  kvnr: 'X110411675',
  payerIk: '109519005',
  quarter: '2026Q4',
  quantity: 1,
  status: 'billable',
  ...change,
});

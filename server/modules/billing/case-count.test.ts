import { expect, it } from 'vitest';
import { unitsInCase } from './case-count.ts';
import type { ConsultationFacts, PastEvent } from './facts.ts';
import { ebmItems } from './tariffs/ebm.ts';

it('counts an illness case over this quarter and the three before', () => {
  const item = ebmItems.find(({ code }) => code === '01442');
  if (!item) throw new Error('01442 is missing');
  const facts = {
    requestId: 'this',
    patient: { id: 'p1', kvnr: null, insurance: 'GKV', payerIk: null },
    requester: { organisationId: 'practice', kind: 'practice', practitionerId: null, lanr: null, bsnr: null },
  } as ConsultationFacts;
  const past = (quarter: string): PastEvent => ({
    requestId: quarter,
    tariff: 'EBM',
    code: '01442',
    side: 'requester',
    organisationId: 'practice',
    specialityGroup: null,
    patientId: 'p1',
    kvnr: null,
    payerIk: null,
    quarter,
    quantity: 1,
    status: 'billable',
  });
  const quarters = ['2025Q4', '2026Q1', '2026Q3', '2026Q4', '2027Q1'].map(past);
  expect(unitsInCase(item, facts, '2026Q4', quarters)).toBe(3);
});

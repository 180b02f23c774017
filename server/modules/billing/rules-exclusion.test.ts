import { describe, expect, it } from 'vitest';
import {
  flawless,
  fromCareHome,
  of,
  patient,
  provider,
  requester,
  verdict,
} from '../../../test/support/billing-facts.ts';
import type { ConsultationFacts } from './facts.ts';
import { bill } from './rules.ts';
import { tariffsWith } from './tariffs/default-tariffs.ts';
import { agreedFlatFee, careHomeUrgentCode } from './tariffs/project.ts';

describe('what rules a teleconsultation out', () => {
  it('the phone alone', () => {
    const events = of({ byPhone: true, bothPresentSeconds: 0, startedAt: null });
    expect(verdict(events['01670'])).toEqual(['not_billable', 'phone_only']);
    expect(events['01671']?.reasons).toContain('phone_only');
    expect(verdict(of({ byPhone: true })['01670'])).toEqual(['billable', 'continued_by_phone']);
  });

  it('a requester who is no contracted physician', () => {
    for (const kind of ['care_home', 'hospital', 'network'] as const) {
      const events = of(requester({ kind }));
      expect(verdict(events['01670'])).toEqual(['not_billable', 'requester_not_contracted']);
      expect(events['01671']?.status).toBe('not_billable');
    }
  });

  it('an insurance that is not statutory', () => {
    for (const insurance of ['PKV', 'BG', 'SEL', 'SOZ'] as const) {
      expect(verdict(of(patient({ insurance }))['01671'])).toEqual([
        'not_billable',
        'insurance_not_statutory',
      ]);
    }
  });

  it('a consent that was revoked', () => {
    expect(verdict(of({ consent: 'revoked' })['01670'])).toEqual(['not_billable', 'consent_revoked']);
  });

  it('never having taken place', () => {
    expect(bill({ ...flawless, startedAt: null }, [])).toEqual([]);
  });
});

describe('what is still missing', () => {
  it.each<[string, Partial<ConsultationFacts>, string[], string[]]>([
    ['consent', { consent: 'missing' }, ['consent_missing'], ['consent_missing']],
    ['question', { questionComplete: false }, ['question_missing'], []],
    ['request on paper', { requestElectronic: false }, ['request_not_electronic'], []],
    ['report', { reportFinalisedAt: null, reportChannel: null }, [], ['report_missing']],
    ['sending', { reportChannel: null }, [], ['report_not_sent']],
    ['fax', { reportChannel: 'fax' }, [], ['report_not_electronic']],
    ['running', { endedAt: null }, ['consultation_running'], ['consultation_running']],
    ['KVNR', patient({ kvnr: null }), ['kvnr_missing'], ['kvnr_missing']],
    ['KVNR typo', patient({ kvnr: 'X110411676' }), ['kvnr_check_digit'], ['kvnr_check_digit']],
    ['KVNR example', patient({ kvnr: 'X234567890' }), ['kvnr_example'], ['kvnr_example']],
    ['LANR', requester({ lanr: null }), ['requester_lanr_missing'], ['requester_lanr_missing']],
    [
      'LANR typo',
      requester({ lanr: '123456701' }),
      ['requester_lanr_check_digit'],
      ['requester_lanr_check_digit'],
    ],
    ['pseudo LANR', requester({ lanr: '555555901' }), ['requester_lanr_pseudo'], ['requester_lanr_pseudo']],
    ['BSNR', requester({ bsnr: null }), ['requester_bsnr_missing'], ['requester_bsnr_missing']],
    ['IK', provider({ ik: null }), [], ['provider_ik_missing']],
    ['IK typo', provider({ ik: '260326823' }), [], ['provider_ik_check_digit']],
    [
      'consulting practice',
      provider({ kind: 'practice', lanr: null, bsnr: '1' }),
      [],
      ['provider_lanr_missing', 'provider_bsnr_format'],
    ],
  ])('%s', (_, change, for01670, for01671) => {
    const events = of(change);
    const expected = (reasons: string[]) => (reasons.length ? ['incomplete', ...reasons] : ['billable']);
    expect(verdict(events['01670'])).toEqual(expected(for01670));
    expect(verdict(events['01671'])).toEqual(expected(for01671));
  });

  it('does not stop a consulting practice that is identified, nor an unknown KV area', () => {
    const practice = provider({ kind: 'practice', lanr: '838382202', bsnr: '991234500', ik: null });
    expect(verdict(of(practice)['01671'])).toEqual(['billable']);
  });

  it('is named before remarks, and what rules it out before both', () => {
    const change = { consent: 'presumed', reportChannel: 'platform' } as const;
    expect(verdict(of(change)['01671'])).toEqual(['billable', 'consent_presumed', 'channel_unconfirmed']);
    expect(verdict(of({ ...change, ...patient({ kvnr: null }) })['01671'])).toEqual([
      'incomplete',
      'kvnr_missing',
    ]);
    expect(verdict(of({ ...change, ...patient({ kvnr: null, insurance: 'PKV' }) })['01671'])).toEqual([
      'not_billable',
      'insurance_not_statutory',
    ]);
    expect(verdict(of({ contactInQuarter: false, preconditionConfirmed: false })['01670'])).toEqual([
      'billable',
      'contact_in_quarter_unconfirmed',
      'precondition_unconfirmed',
    ]);
  });
});

describe('the project’s flat fee', () => {
  it('pays what a care home asks for urgently, because the EBM does not', () => {
    const events = of({
      ...fromCareHome,
      bothPresentSeconds: 300,
      ...patient({ insurance: 'PKV', kvnr: null }),
    });
    expect(events[careHomeUrgentCode]).toMatchObject({
      tariff: 'project',
      side: 'provider',
      organisationId: 'hospital',
      points: null,
      amountCents: 4_500,
      status: 'billable',
      reasons: ['amount_not_agreed'],
    });
    expect(events['01670']?.status).toBe('not_billable');
    expect(events['01671']?.reasons).toContain('requester_not_contracted');
  });

  it('needs video, consent and a report', () => {
    const fee = (change: Partial<ConsultationFacts>) =>
      verdict(of({ ...fromCareHome, ...change })[careHomeUrgentCode]);
    expect(fee({ reportFinalisedAt: null })).toEqual(['incomplete', 'report_missing']);
    expect(fee({ consent: 'missing' })).toEqual(['incomplete', 'consent_missing']);
    expect(fee({ byPhone: true, bothPresentSeconds: 0 })).toEqual(['not_billable', 'phone_only']);
    expect(fee({ reportChannel: 'platform' })).toEqual(['billable', 'amount_not_agreed']);
  });

  it('is for care homes and urgent requests only, at the agreed amount', () => {
    expect(of({})[careHomeUrgentCode]).toBeUndefined();
    expect(of({ ...fromCareHome, kind: 'scheduled' })[careHomeUrgentCode]).toBeUndefined();
    const tariffs = tariffsWith(agreedFlatFee(6_000, 'project-2026.1', 'agreement of 1 January 2026'));
    const events = bill({ ...flawless, ...fromCareHome }, [], tariffs);
    expect(events.find(({ tariff }) => tariff === 'project')).toMatchObject({
      amountCents: 6_000,
      tariffVersion: 'project-2026.1',
      reasons: [],
    });
  });
});

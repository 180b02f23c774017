import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsultationFacts, PastEvent } from './facts.ts';
import { type BillingEvent, bill } from './rules.ts';
import { tariffsWith } from './tariffs/default-tariffs.ts';
import { agreedFlatFee, careHomeUrgentCode } from './tariffs/project.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
const flawless: ConsultationFacts = {
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
const fromCareHome: Partial<ConsultationFacts> = {
  kind: 'urgent',
  requester: { organisationId: 'home', kind: 'care_home', practitionerId: null, lanr: null, bsnr: null },
};

function of(change: Partial<ConsultationFacts>, history: PastEvent[] = []): Record<string, BillingEvent> {
  return Object.fromEntries(bill({ ...flawless, ...change }, history).map((event) => [event.code, event]));
}
const verdict = (event: BillingEvent | undefined) => event && [event.status, ...event.reasons];
const patient = (change: Partial<ConsultationFacts['patient']>) => ({
  patient: { ...flawless.patient, ...change },
});
const requester = (change: Partial<ConsultationFacts['requester']>) => ({
  requester: { ...flawless.requester, ...change },
});
const provider = (change: Partial<ConsultationFacts['provider']>) => ({
  provider: { ...flawless.provider, ...change },
});
const past = (code: string, change: Partial<PastEvent> = {}): PastEvent => ({
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

describe('a flawless teleconsultation', () => {
  it('gives both sides their item', () => {
    expect(bill(flawless, [])).toEqual([
      {
        requestId: 'this',
        side: 'requester',
        organisationId: 'practice',
        practitionerId: 'gp',
        tariff: 'EBM',
        code: '01670',
        tariffVersion: 'EBM-2026.1',
        quarter: '2026Q4',
        occurredAt: start,
        quantity: 1,
        points: 110,
        amountCents: 1401,
        status: 'billable',
        reasons: [],
      },
      {
        requestId: 'this',
        side: 'provider',
        organisationId: 'hospital',
        practitionerId: 'cardiologist',
        tariff: 'EBM',
        code: '01671',
        tariffVersion: 'EBM-2026.1',
        quarter: '2026Q4',
        occurredAt: start,
        quantity: 1,
        points: 128,
        amountCents: 1631,
        status: 'billable',
        reasons: [],
      },
    ]);
  });

  it('is paid by the point value of its year and counted in its quarter by the wall clock', () => {
    const newYear = of({ startedAt: Date.parse('2025-12-31T23:00:00Z') });
    expect([newYear['01670']?.quarter, newYear['01670']?.amountCents]).toEqual(['2026Q1', 1401]);
    const oldYear = of({ startedAt: Date.parse('2025-12-31T22:59:59Z') });
    expect([oldYear['01670']?.quarter, oldYear['01670']?.amountCents]).toEqual(['2025Q4', 1363]);
    expect(verdict(of({ startedAt: Date.parse('2027-01-04T09:00:00Z') })['01671'])).toEqual([
      'incomplete',
      'rate_unknown',
    ]);
    expect(bill({ ...flawless, startedAt: Date.parse('2020-09-30T09:00:00Z') }, [])).toEqual([]);
  });
});

describe('duration', () => {
  it.each([
    [0, 'not_billable', 0],
    [599, 'not_billable', 0],
    [600, 'billable', 0],
    [899, 'billable', 0],
    [900, 'billable', 1],
    [1_199, 'billable', 1],
    [1_200, 'billable', 2],
    [1_499, 'billable', 2],
    [1_500, 'billable', 3],
    [7_200, 'billable', 3],
  ])('%i seconds: 01671 is %s, 01672 counts %i', (bothPresentSeconds, status, units) => {
    const events = of({ bothPresentSeconds });
    expect(events['01671']?.status).toBe(status);
    expect(events['01672']?.quantity ?? 0).toBe(units);
    expect(events['01672']?.amountCents ?? 0).toBe(units * 828);
    expect(events['01670']?.status).toBe('billable');
  });

  it('says that it was too short, but not while it runs', () => {
    expect(verdict(of({ bothPresentSeconds: 599 })['01671'])).toEqual(['not_billable', 'too_short']);
    expect(verdict(of({ bothPresentSeconds: 599, endedAt: null })['01671'])).toEqual([
      'incomplete',
      'consultation_running',
    ]);
  });

  it('of a written assessment is what the consultant documents', () => {
    const written = { kind: 'written', startedAt: null, bothPresentSeconds: 0 } as const;
    expect(of({ ...written, documentedSeconds: 900 })['01672']?.quantity).toBe(1);
    expect(verdict(of({ ...written })['01671'])).toEqual(['incomplete', 'duration_missing']);
    expect(of({ ...written, documentedSeconds: 600 })['01671']?.occurredAt).toBe(flawless.reportFinalisedAt);
    expect(bill({ ...flawless, ...written, reportFinalisedAt: null }, [])).toEqual([]);
  });
});

describe('limits', () => {
  it('01670: two per practice, patient and quarter', () => {
    const first = past('01670', { requestId: 'a' });
    const second = past('01670', { requestId: 'b' });
    expect(verdict(of({}, [first])['01670'])).toEqual(['billable']);
    const third = of({}, [first, second])['01670'];
    expect(verdict(third)).toEqual(['not_billable', 'limit_per_treatment_case']);
    expect(third?.amountCents).toBe(0);
    const apart: Partial<PastEvent>[] = [
      { organisationId: 'other practice' },
      { patientId: 'p2', kvnr: 'T123456780' },
      { quarter: '2026Q3' },
      { payerIk: '104212059' },
      { status: 'incomplete' },
      { requestId: 'this' },
    ];
    for (const change of apart) {
      expect(verdict(of({}, [first, { ...second, ...change }])['01670'])).toEqual(['billable']);
    }
  });

  it('knows one person by the insurance number, whoever keeps the record', () => {
    const elsewhere = past('01671', { patientId: 'p1 of another practice' });
    expect(verdict(of({}, [elsewhere])['01671'])).toEqual(['not_billable', 'limit_per_specialty_group_case']);
    expect(verdict(of({}, [{ ...elsewhere, kvnr: null }])['01671'])).toEqual(['billable']);
    expect(verdict(of({}, [past('01671', { payerIk: null })])['01671'])?.[0]).toBe('not_billable');
  });

  it('01671: one per speciality group, patient and quarter; the surcharge falls with it', () => {
    const long = { bothPresentSeconds: 1_200 };
    const again = of(long, [past('01671')]);
    expect(verdict(again['01671'])).toEqual(['not_billable', 'limit_per_specialty_group_case']);
    expect(verdict(again['01672'])).toEqual(['not_billable', 'base_not_billable']);
    expect(verdict(of(long, [past('01671', { specialityGroup: '53' })])['01672'])).toEqual(['billable']);
  });

  it('01672: three in all', () => {
    expect(of({ bothPresentSeconds: 2_000 }, [past('01672', { quantity: 2 })])['01672']?.quantity).toBe(1);
  });
});

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

describe('over a quarter', () => {
  const day = 86_400_000;
  const many = fc.array(
    fc.record({
      person: fc.constantFrom('p1', 'p2'),
      at: fc.nat(80),
      seconds: fc.nat(2_500),
      reported: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('never claims more than the limits, however often and in whatever order cases are judged', () => {
    fc.assert(
      fc.property(many, fc.array(fc.nat(11), { maxLength: 30 }), (consultations, order) => {
        const decided = new Map<string, PastEvent[]>();
        for (const index of [...consultations.keys(), ...order]) {
          const one = consultations[index];
          if (!one) continue;
          const facts = {
            ...flawless,
            ...patient({ id: one.person, kvnr: one.person === 'p1' ? 'X110411675' : 'T123456780' }),
            requestId: `r${index}`,
            startedAt: Date.parse('2026-10-05T08:00:00Z') + one.at * day,
            bothPresentSeconds: one.seconds,
            reportFinalisedAt: one.reported || order.includes(index) ? start : null,
          };
          const events = bill(facts, [...decided.values()].flat());
          const stored = events.map((event) =>
            past(event.code, {
              ...event,
              patientId: one.person,
              kvnr: facts.patient.kvnr,
              specialityGroup: '28',
            }),
          );
          decided.set(facts.requestId, stored);
        }
        const all = [...decided.values()].flat().filter(({ status }) => status === 'billable');
        for (const person of ['p1', 'p2']) {
          const units = (code: string) =>
            all
              .filter((event) => event.code === code && event.patientId === person)
              .reduce((sum, { quantity }) => sum + quantity, 0);
          expect(units('01670')).toBeLessThanOrEqual(2);
          expect(units('01671')).toBeLessThanOrEqual(1);
          expect(units('01672')).toBeLessThanOrEqual(3 * units('01671'));
        }
      }),
    );
  });
});

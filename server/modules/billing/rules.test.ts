import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawless, of, past, patient, start, verdict } from '../../../test/support/billing-facts.ts';
import type { PastEvent } from './facts.ts';
import { bill } from './rules.ts';

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

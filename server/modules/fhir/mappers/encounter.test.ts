import { describe, expect, it } from 'vitest';
import { type EncounterRow, toEncounter } from './encounter.ts';

const context = { base: 'https://n.example/fhir/R4', sid: 'https://n.example/fhir/sid' };
const at = (text: string) => new Date(text);
const planned: EncounterRow = {
  id: '0199a1b0-0000-7000-8000-000000000001',
  number: 42,
  kind: 'scheduled',
  status: 'planned',
  urgency: 'routine',
  diagnoses: [{ code: 'I50.13', title: 'Linksherzinsuffizienz', certainty: 'V' }],
  plannedStart: at('2026-11-24T08:40:00Z'),
  plannedEnd: at('2026-11-24T09:00:00Z'),
  createdAt: at('2026-11-20T08:00:00Z'),
  patient: { id: 'p', givenName: 'Anna', familyName: 'Muster' },
  department: { id: 'd', name: 'Kardiologie', specialty: { iheCode: 'KARD', nameDe: 'Kardiologie' } },
  requesterPractitioner: { id: 'r', title: '', givenName: 'Rolf', familyName: 'Muster' },
  providerPractitioner: { id: 's', title: 'Dr. med.', givenName: 'Sara', familyName: 'Beispiel' },
  bookings: [{ id: 'b', state: 'booked' }],
  consultation: null,
  reports: [],
};
const held: EncounterRow = {
  ...planned,
  status: 'answered',
  consultation: {
    openedAt: at('2026-11-24T08:38:00Z'),
    startedAt: at('2026-11-24T08:41:00Z'),
    closedAt: at('2026-11-24T08:59:00Z'),
    presentSeconds: 1020,
  },
  reports: [{ diagnoses: [{ code: 'I50.14', title: 'Linksherzinsuffizienz NYHA IV', certainty: 'G' }] }],
};

describe('Encounter', () => {
  it('has no period while it is planned, but says when (ISiK enc-3, enc-4)', () => {
    const encounter = toEncounter(planned, context);
    expect(encounter.status).toBe('planned');
    expect(encounter.period).toBeUndefined();
    expect(encounter.extension?.[0]?.valueDateTime).toBe('2026-11-24T08:40:00.000Z');
  });

  it('is a virtual department contact with all that stands behind it', () => {
    expect(toEncounter(held, context)).toMatchObject({
      status: 'finished',
      class: { code: 'VR' },
      type: [{ coding: [{ system: 'http://fhir.de/CodeSystem/Kontaktebene', code: 'abteilungskontakt' }] }],
      subject: { reference: 'Patient/p' },
      basedOn: [{ reference: 'ServiceRequest/0199a1b0-0000-7000-8000-000000000001' }],
      appointment: [{ reference: 'Appointment/b' }],
      participant: [
        { individual: { reference: 'Practitioner/s', display: 'Dr. med. Sara Beispiel' } },
        { individual: { reference: 'Practitioner/r' } },
      ],
      period: { start: '2026-11-24T08:41:00.000Z', end: '2026-11-24T08:59:00.000Z' },
      length: { value: 1020, code: 's' },
      serviceProvider: { reference: 'Organization/d', display: 'Kardiologie', identifier: { value: 'd' } },
    });
  });

  it('names the diagnoses of request and report with their use', () => {
    const uses = toEncounter(held, context).diagnosis?.map((one) => one.use.coding?.[0]?.code);
    expect(uses).toEqual(['referral-diagnosis', 'treatment-diagnosis']);
    expect(toEncounter(planned, context).reasonCode?.[0]?.coding?.[0]).toMatchObject({
      system: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
      version: '2026',
      code: 'I50.13',
    });
  });

  it.each(['cancelled', 'withdrawn', 'no_show'] as const)('%s is cancelled, without a period', (status) => {
    const encounter = toEncounter({ ...planned, status }, context);
    expect(encounter.status).toBe('cancelled');
    expect(encounter.period).toBeUndefined();
  });

  it('has begun when it runs (ISiK enc-5), even before both have met', () => {
    const consultation = {
      openedAt: at('2026-11-24T08:38:00Z'),
      startedAt: null,
      closedAt: null,
      presentSeconds: null,
    };
    const encounter = toEncounter({ ...planned, status: 'in_consultation', consultation }, context);
    expect(encounter.period).toEqual({ start: '2026-11-24T08:38:00.000Z' });
  });
});

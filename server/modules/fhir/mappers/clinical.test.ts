import { describe, expect, it } from 'vitest';
import { toAppointment } from './appointment.ts';
import { type CompositionRow, toComposition } from './composition.ts';
import { toConditions } from './condition.ts';
import { observationIds, toObservations } from './observation.ts';

const context = { base: 'https://n.example/fhir/R4', sid: 'https://n.example/fhir/sid' };
const when = new Date('2026-11-24T08:41:00Z');
const patient = { id: 'p', givenName: 'Anna', familyName: 'Muster' };
const department = { id: 'd', name: 'Kardiologie', specialty: { iheCode: 'KARD', nameDe: 'Kardiologie' } };
const practitioner = { id: 's', title: '', givenName: 'Sara', familyName: 'Beispiel' };

describe('Observation', () => {
  const row = {
    id: 'v',
    patientId: 'p',
    requestId: 'r',
    takenAt: when,
    respiratoryRate: 24,
    oxygenSaturation: null,
    onOxygen: false,
    systolic: 104,
    diastolic: 60,
    pulse: null,
    consciousness: 'alert' as const,
    temperature: null,
    glucose: null,
    pain: null,
    news2: 5,
  };

  it('makes one of each value that was measured, in ascending ids', () => {
    expect(observationIds(row)).toEqual(['v-85354-9', 'v-9279-1', 'v-consciousness', 'v-news2', 'v-oxygen']);
    expect(observationIds(row)).toEqual(observationIds(row).toSorted());
    expect(toObservations(row)[0]).toMatchObject({
      meta: { profile: ['http://hl7.org/fhir/StructureDefinition/bp'] },
      component: [
        { code: { coding: [{ code: '8480-6' }] }, valueQuantity: { value: 104, code: 'mm[Hg]' } },
        { code: { coding: [{ code: '8462-4' }] }, valueQuantity: { value: 60 } },
      ],
    });
  });
});

describe('Condition', () => {
  it('tells certainty twice: as the German extension and as FHIR status', () => {
    const [suspected] = toConditions({
      id: 'r',
      createdAt: when,
      patientId: 'p',
      diagnoses: [{ code: 'I50.13', title: 'Linksherzinsuffizienz', certainty: 'V', side: 'L' }],
      requesterPractitioner: null,
      providerPractitioner: null,
      reports: [],
    });
    expect(suspected).toMatchObject({
      id: 'r-q01',
      verificationStatus: { coding: [{ code: 'provisional' }] },
      encounter: { reference: 'Encounter/r' },
      recordedDate: '2026-11-24T08:41:00.000Z',
      code: {
        coding: [{ extension: [{ valueCoding: { code: 'V' } }, { valueCoding: { code: 'L' } }] }],
      },
    });
  });
});

describe('Appointment', () => {
  const row = {
    id: 'b',
    state: 'cancelled' as const,
    startAt: when,
    endAt: new Date('2026-11-24T09:01:00Z'),
    createdAt: when,
    cancelReason: 'practitioner_unable',
    practitioner,
    request: { id: 'r', patient, department },
  };

  it('fills what ISiKTermin demands', () => {
    expect(toAppointment(row, context)).toMatchObject({
      status: 'cancelled',
      cancelationReason: { coding: [{ code: 'prov' }] },
      serviceType: [{ text: 'Telekonsil Kardiologie' }],
      specialty: [
        { coding: [{ system: 'http://ihe-d.de/CodeSystems/AerztlicheFachrichtungen', code: 'KARD' }] },
      ],
      minutesDuration: 20,
      participant: [
        { actor: { reference: 'Patient/p', display: 'Anna Muster' } },
        { actor: { reference: 'Practitioner/s', display: 'Sara Beispiel' } },
        { actor: { reference: 'HealthcareService/d', display: 'Kardiologie' } },
      ],
    });
  });

  it('is none while the time is only held', () => {
    expect(toAppointment({ ...row, state: 'held', request: null }, context)).toBeNull();
  });
});

describe('Composition', () => {
  const row: CompositionRow = {
    id: 'second',
    version: 2,
    state: 'final',
    findings: '',
    assessment: 'Dekompensation <leicht> & stabil',
    recommendation: 'Diuretikum\nKontrolle',
    diagnoses: [{ code: 'I50.13', title: '', certainty: 'G' }],
    finalisedAt: when,
    request: {
      id: 'r',
      diagnoses: [],
      patient,
      department,
      reports: [
        { id: 'first', version: 1 },
        { id: 'second', version: 2 },
      ],
    },
    author: { display_name: 'Sara Beispiel', practitioner_id: 's' },
  };

  it('leaves out empty sections, escapes text, replaces the version before', () => {
    const composition = toComposition(row, context);
    expect(composition?.section.map((one) => one.title)).toEqual(['Beurteilung', 'Empfehlung', 'Diagnosen']);
    expect(composition?.section[0]?.text.div).toContain('&lt;leicht&gt; &amp; stabil');
    expect(composition?.section[2]?.entry).toEqual([{ reference: 'Condition/r-r01', type: 'Condition' }]);
    expect(composition).toMatchObject({
      status: 'amended',
      author: [{ reference: 'Practitioner/s' }],
      relatesTo: [{ code: 'replaces', targetReference: { reference: 'Composition/first' } }],
    });
  });

  it('never shows a draft', () => expect(toComposition({ ...row, state: 'draft' }, context)).toBeNull());
});

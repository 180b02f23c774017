import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { book, clearBookings, nine, openPractices, patient } from '../support/booking.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { accounts, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
const practitionerId = practitioners.specialist.id;

beforeAll(async () => {
  ({ app, practice } = await openPractices());
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('a booking', () => {
  it.each<[string, object, number, object]>([
    [
      'in the past',
      { startAt: '2026-11-17T08:00:00.000Z' },
      422,
      { code: 'slot_in_past', fields: { startAt: 'slot_in_past' } },
    ],
    [
      'off the grid',
      { startAt: '2026-11-24T08:10:00.000Z' },
      422,
      { code: 'slot_outside_roster', fields: { startAt: 'slot_outside_roster' } },
    ],
    [
      'too far ahead',
      { startAt: '2027-01-05T08:00:00.000Z' },
      422,
      { code: 'slot_beyond_furthest_day', fields: { startAt: 'slot_beyond_furthest_day' } },
    ],
    [
      'of an unknown physician',
      { practitionerId: accounts.nurse.id },
      404,
      { code: 'practitioner_not_found' },
    ],
    [
      'without consent',
      { consent: undefined },
      422,
      { code: 'consent_missing', fields: { consent: 'required' } },
    ],
    [
      'with a nameless guardian',
      { consent: { ...consult.consent, giver: 'guardian' } },
      422,
      { code: 'consent_incomplete', fields: { 'consent.giverName': 'required' } },
    ],
    [
      'on presumed consent',
      { consent: { ...consult.consent, giver: 'presumed' } },
      422,
      { code: 'request_incomplete', fields: { 'consent.giver': 'presumed_only_urgent' } },
    ],
    [
      'without a question',
      { question: ' ' },
      422,
      { code: 'invalid_input', fields: { question: 'required' } },
    ],
    [
      'without a diagnosis',
      { diagnoses: [] },
      422,
      { code: 'invalid_input', fields: { diagnoses: 'required' } },
    ],
    [
      'with no code',
      { diagnoses: [{ code: 'Herz', title: '' }] },
      422,
      { code: 'request_incomplete', fields: { 'diagnoses.0.code': 'icd_format' } },
    ],
    [
      'with a group of codes',
      { diagnoses: [{ code: 'E11.-', title: '' }] },
      422,
      { code: 'request_incomplete', fields: { 'diagnoses.0.code': 'icd_not_terminal' } },
    ],
    [
      'without medication',
      { medication: undefined },
      422,
      { code: 'invalid_input', fields: { medication: 'required' } },
    ],
    [
      'with a deadline before the talk',
      { answerDueAt: '2026-11-24T08:00:00.000Z' },
      422,
      { code: 'request_incomplete', fields: { answerDueAt: 'answer_due_too_early' } },
    ],
    [
      'for nobody',
      { patient: undefined },
      422,
      { code: 'request_incomplete', fields: { patientId: 'required' } },
    ],
    [
      'for two',
      { patientId: accounts.nurse.id },
      422,
      { code: 'request_incomplete', fields: { patientId: 'choose_one' } },
    ],
    [
      'at no time',
      { startAt: undefined },
      422,
      { code: 'request_incomplete', fields: { startAt: 'required' } },
    ],
    [
      'with a wrong insurance number',
      { patient: { ...newPatient, kvnr: 'A123456781' } },
      422,
      { code: 'patient_invalid', fields: { 'patient.kvnr': 'kvnr_invalid' } },
    ],
    [
      'without an insurance number',
      { patient: { ...newPatient, kvnr: null } },
      422,
      { code: 'request_incomplete', fields: { 'patient.kvnr': 'required' } },
    ],
    [
      'of a patient born tomorrow',
      { patient: { ...newPatient, birthDate: '2026-11-24' } },
      422,
      { code: 'patient_invalid', fields: { 'patient.birthDate': 'birth_date_future' } },
    ],
    [
      'with an unknown field',
      { patient: { ...newPatient, surname: 'x' } },
      422,
      { code: 'invalid_input', fields: { 'patient.surname': 'unknown_field' } },
    ],
    ['with an impossible time', { startAt: '2026-02-30T08:00:00.000Z' }, 422, { code: 'invalid_input' }],
    [
      'by a physician of another practice',
      { requesterPractitionerId: practitioners.otherPhysician.id },
      404,
      { code: 'practitioner_not_found' },
    ],
  ])('%s is refused with its code at its field, and leaves nothing', async (_, change, status, error) => {
    const before = await app.database.sql('SELECT id FROM patient');
    const answer = await book(practice, {
      ...nine,
      patient: { ...newPatient, kvnr: 'X110411675' },
      ...change,
    });
    expect(answer.body.error).toMatchObject(error);
    expect(answer.status).toBe(status);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
    expect(await app.database.sql('SELECT id FROM patient')).toEqual(before);
  });

  it('is refused when the roster wants more notice', async () => {
    await addRoster(app, { weekday: 3, notice: 3 * 24 * 60 });
    const answer = await book(practice, {
      practitionerId,
      startAt: '2026-11-25T08:00:00.000Z',
      patient: patient(),
    });
    expect(answer.body.error).toMatchObject({
      code: 'slot_under_notice',
      fields: { startAt: 'slot_under_notice' },
    });
  });

  it('of an absent physician is refused without saying why', async () => {
    await addRoster(app, { weekday: 5 });
    await app.database.sql(
      `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
       SELECT department_id, id, '2026-11-27T00:00Z', '2026-11-28T00:00Z', 'illness' FROM practitioner WHERE id = $1`,
      [practitionerId],
    );
    const answer = await book(practice, {
      practitionerId,
      startAt: '2026-11-27T08:00:00.000Z',
      patient: patient(),
    });
    expect(answer.body.error.code).toBe('slot_outside_roster');
  });
});

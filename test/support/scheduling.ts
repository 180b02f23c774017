import type { TestApp } from './app.ts';
import { departments, practitioners } from './world.ts';

export type RosterRow = {
  practitionerId?: string;
  departmentId?: string;
  weekday?: number;
  from?: string;
  until?: string;
  slot?: number;
  before?: number;
  after?: number;
  notice?: number;
  ahead?: number;
  counties?: string[];
  organisations?: string[];
};

/** Weekly hours of the first cardiologist: Tuesdays 9:00 to 10:00 in three slots of 20 minutes, unless told otherwise. */
export const addRoster = async (app: TestApp, roster: RosterRow = {}): Promise<string> => {
  const [row] = await app.database.sql<{ id: string }>(
    `INSERT INTO roster (department_id, practitioner_id, weekday, from_time, until_time, slot_minutes, buffer_before_minutes,
       buffer_after_minutes, minimum_notice_minutes, furthest_days_ahead, valid_from, audience_counties, audience_organisations)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-01-01', $11, $12) RETURNING id`,
    [
      roster.departmentId ?? departments.cardiology.id,
      roster.practitionerId ?? practitioners.specialist.id,
      roster.weekday ?? 2,
      roster.from ?? '09:00',
      roster.until ?? '10:00',
      roster.slot ?? 20,
      roster.before ?? 0,
      roster.after ?? 0,
      roster.notice ?? 0,
      roster.ahead ?? 30,
      roster.counties ?? [],
      roster.organisations ?? [],
    ],
  );
  return row?.id ?? '';
};

/** Everything that a booking needs except for its time and patient. */
export const consult = {
  question: 'Ist die Luftnot vom Herzen?',
  background: 'Seit drei Wochen',
  diagnoses: [{ code: 'i50.13', title: 'Linksherzinsuffizienz', certainty: 'V' }],
  medication: 'Ramipril 5 mg',
  consent: { giver: 'patient', form: 'written', wording: 'telekonsil-1' },
};

export const newPatient = {
  familyName: 'Buchfeld',
  givenName: 'Berta',
  birthDate: '1948-07-01',
  sex: 'female',
  kvnr: 'A123456780',
};

const serials = new Map<string, number>();
/**
 * Somebody new whose insurance number has a right check digit (KVDT FK 3119): a practice keeps each patient once.
 * @param letter with which the numbers of one kind of test begin
 */
export const patientWith = (letter: string) => {
  const serial = (serials.get(letter) ?? 0) + 1;
  serials.set(letter, serial);
  const place = String(letter.charCodeAt(0) - 64).padStart(2, '0');
  const digits = String(serial).padStart(8, '0');
  const sum = [...`${place}${digits}`].reduce((so, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return so + (product > 9 ? product - 9 : product);
  }, 0);
  return { ...newPatient, kvnr: `${letter}${digits}${sum % 10}` };
};

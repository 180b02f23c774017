import type { TestDatabase } from './database.ts';
import { accounts, departments, organisations, practitioners } from './world.ts';

export type CaseGiven = {
  status?: string;
  kind?: 'scheduled' | 'urgent' | 'written';
  familyName?: string;
  kvnr?: string | null;
  requester?: 'practice' | 'otherPractice' | 'careHome';
  department?: keyof typeof departments;
  plannedStart?: string | null;
  answeredAt?: string | null;
  createdAt?: string;
};

const asks = {
  practice: { account: accounts.assistant.id, practitioner: practitioners.physician.id },
  otherPractice: { account: accounts.otherAssistant.id, practitioner: practitioners.otherPhysician.id },
  careHome: { account: accounts.nurse.id, practitioner: null },
};
const answers = { cardiology: practitioners.specialist.id, neurology: practitioners.neurologist.id };

/** Writes one consult request with its patient (and booking, when it has a time) as the owner. */
export const insertCase = async (
  database: TestDatabase,
  given: CaseGiven = {},
): Promise<{ id: string; patientId: string; bookingId: string | null; number: number }> => {
  const {
    requester = 'practice',
    department = 'cardiology',
    status = 'planned',
    plannedStart = null,
  } = given;
  const organisation = organisations[requester].id;
  const createdAt = given.createdAt ?? '2026-11-20T08:00:00Z';
  const [patient] = await database.sql<{ id: string }>(
    `INSERT INTO patient (organisation_id, kvnr, family_name, given_name, birth_date, sex, street, postal_code, city)
     VALUES ($1, $2, $3, 'Erna', '1941-03-12', 'female', 'Probeweg 1', '26133', 'Oldenburg') RETURNING id`,
    [organisation, given.kvnr ?? null, given.familyName ?? 'Probe'],
  );
  const end = plannedStart && new Date(Date.parse(plannedStart) + 20 * 60_000).toISOString();
  const [request] = await database.sql<{ id: string; number: number }>(
    `INSERT INTO consult_request (kind, status, urgency, patient_id, requester_organisation_id, requester_account_id,
       requester_practitioner_id, provider_organisation_id, provider_department_id, provider_practitioner_id, specialty_code,
       question, diagnoses, medication, answer_due_at, planned_start, planned_end, answered_at, created_at)
     VALUES ($1, $2, 'routine', $3, $4, $5, $6, $7, $8, $9, $10, 'Dyspnoe bei Belastung, Therapie anpassen?',
       '[{"code":"I50.13","title":"Linksherzinsuffizienz","certainty":"V"}]', 'Torasemid 10 mg 1-0-0',
       '2026-11-27T12:00:00Z', $11, $12, $13, $14) RETURNING id, number`,
    [
      given.kind ?? 'scheduled',
      status,
      patient?.id,
      organisation,
      asks[requester].account,
      asks[requester].practitioner,
      organisations.hospital.id,
      departments[department].id,
      answers[department],
      department,
      plannedStart,
      end,
      given.answeredAt ?? null,
      createdAt,
    ],
  );
  if (!request || !patient) throw new Error('not inserted');
  const [booking] = plannedStart
    ? await database.sql<{ id: string }>(
        `INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, state, start_at, end_at, blocked_from,
           blocked_until, booked_by_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $7, $8, $9) RETURNING id`,
        [
          request.id,
          organisation,
          departments[department].id,
          answers[department],
          status === 'cancelled' ? 'cancelled' : 'booked',
          plannedStart,
          end,
          asks[requester].account,
          createdAt,
        ],
      )
    : [];
  return { id: request.id, number: request.number, patientId: patient.id, bookingId: booking?.id ?? null };
};

/** A closed room in which both sides met for 17 minutes. */
export const insertConsultation = async (
  database: TestDatabase,
  requestId: string,
  opened: string,
): Promise<void> => {
  const later = (minutes: number) => new Date(Date.parse(opened) + minutes * 60_000).toISOString();
  const [row] = await database.sql<{ id: string }>(
    `INSERT INTO consultation (request_id, state, opened_at, started_at, closed_at, present_seconds)
     VALUES ($1, 'closed', $2, $3, $4, 1020) RETURNING id`,
    [requestId, opened, later(2), later(20)],
  );
  for (const [account, side] of [
    [accounts.physician.id, 'requester'],
    [accounts.specialist.id, 'provider'],
  ]) {
    await database.sql(
      `INSERT INTO participation (consultation_id, account_id, side, joined_at, left_at) VALUES ($1, $2, $3, $4, $5)`,
      [row?.id, account, side, later(0), later(20)],
    );
  }
};

import type { TestServer } from '../../support/server.ts';

/**
 * A room of its own: a booking of the demonstration network that begins in five minutes, asked by the demonstration
 * practice of its cardiology, with nobody in it yet.
 * @returns the request's id
 */
export async function freeRoom({ database }: TestServer): Promise<string> {
  const [practice] = await database.sql<{ organisation_id: string; id: string }>(
    `SELECT organisation_id, id FROM account WHERE email LIKE 'praxis.arzt@%'`,
  );
  const [row] = await database.sql<{ id: string; patient_id: string }>(
    `UPDATE consult_request SET status = 'planned', planned_start = now() + interval '5 minutes',
       planned_end = now() + interval '25 minutes', requester_organisation_id = $1, requester_account_id = $2
     WHERE id = (SELECT r.id FROM consult_request r JOIN department d ON d.id = r.provider_department_id
       WHERE r.status IN ('planned', 'cancelled') AND d.specialty_code = 'cardiology'
         AND NOT EXISTS (SELECT 1 FROM consultation c WHERE c.request_id = r.id) LIMIT 1) RETURNING id, patient_id`,
    [practice?.organisation_id, practice?.id],
  );
  if (!row) throw new Error('the demonstration network has no request left for this test');
  await database.sql('UPDATE patient SET organisation_id = $1, kvnr = NULL WHERE id = $2', [
    practice?.organisation_id,
    row.patient_id,
  ]);
  // Its former time belongs to whoever had asked before.
  await database.sql('DELETE FROM booking WHERE request_id = $1', [row.id]);
  return row.id;
}

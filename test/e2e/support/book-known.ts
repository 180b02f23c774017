import { expect } from 'vitest';
import type { Visit } from '../../support/browser.ts';
import type { TestDatabase } from '../../support/database.ts';
import { consult } from '../../support/scheduling.ts';
import { demo } from './network.ts';

/**
 * Books a time for a patient whom the demonstration's practice knows, over the line, with the session of its window.
 * @returns the request
 */
export const bookKnown = async (
  database: TestDatabase,
  window: Visit,
  time: { practitionerId: string; startAt: string },
): Promise<string> => {
  const [patient] = await database.sql<{ id: string }>(
    `SELECT p.id FROM patient p JOIN account a ON a.organisation_id = p.organisation_id
      WHERE a.email = $1 ORDER BY p.family_name, p.id LIMIT 1`,
    [demo('praxis.arzt').email],
  );
  const { requestId } = await post(window, '/api/bookings', { ...time, ...consult, patientId: patient?.id });
  return String(requestId);
};

/** Sends a change with the session of an open window, as the window itself would. @returns the answer's body */
export const post = async (
  { page, context }: Visit,
  path: string,
  data: object,
  method: 'post' | 'delete' = 'post',
): Promise<Record<string, unknown>> => {
  const origin = new URL(page.url()).origin;
  const session = await context.request.get(`${origin}/api/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const answer = await context.request[method](`${origin}${path}`, {
    headers: { origin, 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID() },
    data,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
};

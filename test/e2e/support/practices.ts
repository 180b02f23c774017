import { expect } from 'vitest';
import type { Visit } from '../../support/browser.ts';
import type { TestDatabase } from '../../support/database.ts';
import { consult, newPatient } from '../../support/scheduling.ts';
import { demo } from './network.ts';

/** E-mail address of a physician in another practice than the demonstration's; the password is the same. */
export const otherPhysician = async (database: TestDatabase): Promise<string> => {
  const [row] = await database.sql<{ email: string }>(
    `SELECT a.email FROM account a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.role = 'physician' AND a.active AND o.id <> (SELECT organisation_id FROM account WHERE email = $1)
      ORDER BY a.email LIMIT 1`,
    [demo('praxis.arzt').email],
  );
  if (!row) throw new Error('the demonstration has one practice only');
  return row.email;
};

/** Asks the server over the line, with the session of an open window. */
export const ask = async (
  { page, context }: Visit,
  method: 'POST' | 'PUT',
  path: string,
  data: object,
): Promise<unknown> => {
  const origin = new URL(page.url()).origin;
  const session = await context.request.get(`${origin}/api/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const answer = await context.request.fetch(`${origin}${path}`, {
    method,
    headers: {
      origin,
      'x-csrf-token': csrfToken,
      'idempotency-key': crypto.randomUUID().replaceAll('-', ''),
    },
    data,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
};

/** Books a time for a new patient. @returns the request */
export const bookTime = async (
  window: Visit,
  time: { practitionerId: string; startAt: string },
): Promise<string> => {
  const body = { ...time, ...consult, patient: newPatient };
  const { requestId } = (await ask(window, 'POST', '/api/bookings', body)) as { requestId: string };
  return requestId;
};

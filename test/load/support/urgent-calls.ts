import { setTimeout as wait } from 'node:timers/promises';
import type { KeepAlive } from '../../support/keep-alive.ts';
import { urgentBody } from '../../support/urgent.ts';
import type { Person, UrgentNetwork } from './urgent-network.ts';

export type Resident = UrgentNetwork['residents'][number];
export type Department = UrgentNetwork['departments'][number];

/** Longer than that, and what was expected to be heard counts as lost. In ms. */
const patience = 5_000;

/** Raises a request of a department, as the resident's nurse does. @throws when it is refused */
export async function raise(
  http: KeepAlive,
  resident: Resident | undefined,
  department: Department,
  change: object = {},
) {
  if (!resident) throw new Error('there are too few residents');
  const body = urgentBody({ patientId: resident.id, specialtyCode: department.specialty, ...change });
  const { status, body: reply } = await http.send(
    'POST',
    '/api/urgent-requests',
    resident.nurse.headers,
    body,
  );
  const { requestId } = reply as { requestId?: string };
  if (status !== 201 || !requestId)
    throw new Error(`a request was answered ${status}: ${JSON.stringify(reply)}`);
  return { requestId, nurse: resident.nurse };
}

export const withdraw = (http: KeepAlive, requestId: string, nurse: Person) =>
  http.send('POST', `/api/urgent-requests/${requestId}/withdraw`, nurse.headers, { reason: 'better' });

/** Whether it became so in time. */
export async function until(isSo: () => boolean): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await wait(2))
    if (isSo()) return true;
  return isSo();
}

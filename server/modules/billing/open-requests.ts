import { z } from 'zod';
import type { Tx } from '../../kernel/db.ts';
import type { RecordedEvent } from '../../kernel/events.ts';

const Organisation = z.object({ organisationId: z.uuid() });

/**
 * Requests whose events have not left yet and that a changed record may decide otherwise: all of the patient, or what
 * waits for a number of the organisation or one of its people. Oldest first: whoever came first keeps its place.
 */
export async function openRequests(
  tx: Tx,
  event: Pick<RecordedEvent, 'patientId' | 'subjectKind' | 'subjectId' | 'payload'>,
): Promise<string[]> {
  const rows = event.patientId
    ? await tx.$queryRaw<{ id: string }[]>`
        select e.request_id::text as id from billable_event e
        join consult_request r on r.id = e.request_id
        where r.patient_id = ${event.patientId}::uuid and e.batch_id is null
        group by e.request_id order by min(e.occurred_at)`
    : await waitingFor(tx, organisationOf(event));
  return rows.map(({ id }) => id);
}

function organisationOf({
  subjectKind,
  subjectId,
  payload,
}: Pick<RecordedEvent, 'subjectKind' | 'subjectId' | 'payload'>): string | null {
  if (subjectKind === 'organisation') return subjectId;
  return Organisation.safeParse(payload).data?.organisationId ?? null;
}

async function waitingFor(tx: Tx, organisationId: string | null): Promise<{ id: string }[]> {
  if (!organisationId) return [];
  return tx.$queryRaw`
    select e.request_id::text as id from billable_event e
    join consult_request r on r.id = e.request_id
    where e.status = 'incomplete'
      and (r.requester_organisation_id = ${organisationId}::uuid or r.provider_organisation_id = ${organisationId}::uuid)
    group by e.request_id order by min(e.occurred_at)`;
}

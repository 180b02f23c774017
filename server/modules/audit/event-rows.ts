import type { z } from 'zod';
import type { Tx } from '../../kernel/db.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import { Role } from '../../kernel/wire.ts';
import type { AuditActor, AuditEvent } from './contract.ts';

export type EventRow = {
  id: bigint;
  at: Date;
  type: string;
  actor_account_id: string | null;
  actor_role: string | null;
  display_name: string | null;
  organisation_id: string | null;
  organisation: string | null;
  subject_kind: string;
  subject_id: string;
  patient_id: string | null;
  patient_number: number | null;
  request_id: string | null;
  request_number: number | null;
  payload: unknown;
  sealed: boolean;
};

/** Reads events with the names of who acted; conditions speak of `audit_event e`. */
export const readEvents = (
  tx: Tx,
  where: Prisma.Sql[],
  order: 'newest' | 'oldest',
  limit: number,
): Promise<EventRow[]> => tx.$queryRaw<EventRow[]>`
  select e.id, e.at, e.type, e.actor_account_id, e.actor_role, p.display_name,
    o.id as organisation_id, o.name as organisation, e.subject_kind, e.subject_id,
    e.patient_id, ap.number as patient_number, e.request_id, ar.number as request_number, e.payload,
    e.id <= coalesce((select max(s.last_id) from event_seal s), 0) as sealed
  from audit_event e
  left join person p on p.id = e.actor_account_id
  left join organisation o on o.id = e.actor_organisation_id
  left join audit_patient ap on ap.id = e.patient_id
  left join audit_request ar on ar.id = e.request_id
  where ${Prisma.join(where, ' and ')}
  order by e.id ${order === 'newest' ? Prisma.sql`desc` : Prisma.sql`asc`}
  limit ${limit}`;

export const presentEvent = (row: EventRow): z.input<typeof AuditEvent> => ({
  id: String(row.id),
  at: row.at.toISOString(),
  type: row.type,
  actor: presentActor(row),
  subject: { kind: row.subject_kind, id: row.subject_id },
  patient: row.patient_id ? { id: row.patient_id, number: row.patient_number } : null,
  request: row.request_id ? { id: row.request_id, number: row.request_number } : null,
  details: presentDetails(row.payload),
  sealed: row.sealed,
});

export const presentActor = (
  row: Pick<
    EventRow,
    'actor_account_id' | 'actor_role' | 'display_name' | 'organisation_id' | 'organisation'
  >,
): z.input<typeof AuditActor> => ({
  id: row.actor_account_id,
  displayName: row.display_name,
  role: Role.nullable().catch(null).parse(row.actor_role),
  organisation:
    row.organisation_id && row.organisation !== null
      ? { id: row.organisation_id, name: row.organisation }
      : null,
});

type Details = z.input<typeof AuditEvent>['details'];

/** Ids, codes and numbers. Whatever looks like a sentence should not be in a payload and is not shown. */
export function presentDetails(payload: unknown): Details {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return {};
  const details: Details = {};
  for (const [name, value] of Object.entries(payload)) {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') details[name] = value;
    else if (isCode(value)) details[name] = value;
    else if (Array.isArray(value)) details[name] = value.filter(isCode);
  }
  return details;
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.:+/-]{1,80}$/.test(value);

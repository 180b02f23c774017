import type { Tx } from '../../kernel/db.ts';
import { notFound } from '../../kernel/errors.ts';
import { Prisma } from '../../kernel/generated/client.ts';
import type { AuditFilter } from './contract.ts';

export type KnownPatient = {
  id: string;
  number: number;
  organisation: { id: string; name: string };
};

/** The patient of a running number, "P-000123" or "123". @throws not_found `patient_not_found` */
export async function findPatient(tx: Tx, typed: string): Promise<KnownPatient> {
  const number = Number(typed.replace(/^P-/i, ''));
  const [row] = await tx.$queryRaw<{ id: string; number: number; organisation_id: string; name: string }[]>`
    select p.id, p.number, p.organisation_id, o.name
    from audit_patient p join organisation o on o.id = p.organisation_id where p.number = ${number}`;
  if (!row) throw notFound('patient');
  return { id: row.id, number: row.number, organisation: { id: row.organisation_id, name: row.name } };
}

/**
 * Everything about one patient: events that name the patient, one of the requests, or many patients at once. Each of
 * the three has its index; an `in (select …)` in their midst would have the whole log read.
 */
export const aboutPatient = (id: string): Prisma.Sql => Prisma.sql`(
  e.patient_id = ${id}::uuid
  or e.request_id = any(array(select r.id from audit_request r where r.patient_id = ${id}::uuid))
  or (e.payload ? 'patientIds' and e.payload -> 'patientIds' @> to_jsonb(${id}::text))
)`;

/** The conditions of a search over `audit_event e`. @throws not_found `patient_not_found` */
export async function conditions(tx: Tx, filter: AuditFilter) {
  const patient = filter.patient ? await findPatient(tx, filter.patient) : null;
  const { person, organisation, type, from, until } = filter;
  const where = [
    Prisma.sql`true`,
    ...(patient ? [aboutPatient(patient.id)] : []),
    ...(person ? [Prisma.sql`e.actor_account_id = ${person}::uuid`] : []),
    ...(organisation ? [Prisma.sql`e.actor_organisation_id = ${organisation}::uuid`] : []),
    ...(type?.includes('.') ? [Prisma.sql`e.type = ${type}`] : []),
    ...(type && !type.includes('.') ? [Prisma.sql`starts_with(e.type, ${`${type}.`})`] : []),
    ...(from ? [Prisma.sql`e.at >= ${from}::timestamptz`] : []),
    ...(until ? [Prisma.sql`e.at < ${until}::timestamptz`] : []),
  ];
  return { where, patient };
}

/** What was looked for, as ids and codes: for the event that tells of the look itself. */
export const askedFor = ({ patient: _patient, ...filter }: AuditFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));

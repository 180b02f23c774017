import type { Actor } from '../../kernel/actor.ts';
import { ask, type Tx } from '../../kernel/db.ts';
import { notFound } from '../../kernel/errors.ts';
import { sql } from '../../kernel/statement.ts';
import type { RequestFacts } from './completeness.ts';

type Row = RequestFacts['requester'] & {
  kind: RequestFacts['requesterKind'];
  patientId: string | null;
  kvnr: string | null;
  insuranceKind: RequestFacts['patient']['insuranceKind'];
  allergies: string | null;
  departmentId: string | null;
  providerOrganisationId: string;
  specialtyCode: string;
  physicianId: string | null;
  lanr: string | null;
};

export type RequestGround = Pick<RequestFacts, 'requesterKind' | 'requester'> & {
  patient: RequestFacts['patient'] & { id: string; allergies: string | null };
  department: { id: string; organisationId: string; specialtyCode: string };
  physician: { id: string; lanr: string | null } | null;
};

/**
 * Whom a new request is about, who asks and who is asked, read by one statement.
 * @param named the requesting physician; null = nobody, undefined = whoever is at the keyboard, or the only one of the
 * actor's organisation
 * @throws notFound for a patient whom the actor's organisation does not keep, an unknown department or a physician of
 * another organisation
 */
export async function requestGround(
  tx: Tx,
  actor: Actor,
  patientId: string,
  departmentId: string,
  named: string | null | undefined,
): Promise<RequestGround> {
  const physicianId = named === undefined ? actor.practitionerId : named;
  const [row] = await ask<Row>(
    tx,
    sql`select own.kind::text as kind, own.street, own.postal_code as "postalCode", own.city, own.phone, own.email,
        p.id as "patientId", p.kvnr, p.insurance_kind::text as "insuranceKind", p.allergies,
        d.id as "departmentId", d.organisation_id as "providerOrganisationId", d.specialty_code as "specialtyCode",
        asking.ids[1] as "physicianId", asking.lanrs[1] as lanr
      from organisation own
      left join patient p on p.id = ${patientId} and p.organisation_id = own.id
      left join (department d join organisation o on o.id = d.organisation_id and o.active)
        on d.id = ${departmentId} and d.active
      left join lateral (
        select array_agg(a.id::text) as ids, array_agg(a.lanr) as lanrs from practitioner a
        where a.organisation_id = own.id and a.active and (${physicianId}::uuid is null or a.id = ${physicianId})
        having count(*) = 1
      ) asking on ${named !== null}
      where own.id = ${actor.organisationId}`,
  );
  if (!row?.patientId) throw notFound('patient');
  if (physicianId && !row.physicianId) throw notFound('practitioner');
  if (!row.departmentId) throw notFound('department');
  return {
    requesterKind: row.kind,
    requester: row,
    patient: {
      id: row.patientId,
      kvnr: row.kvnr,
      insuranceKind: row.insuranceKind,
      allergies: row.allergies,
    },
    department: {
      id: row.departmentId,
      organisationId: row.providerOrganisationId,
      specialtyCode: row.specialtyCode,
    },
    physician: row.physicianId ? { id: row.physicianId, lanr: row.lanr } : null,
  };
}

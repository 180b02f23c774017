import type { Tx } from '../../kernel/db.ts';
import type { BillingCase } from './billing-case.ts';
import type { PastEvent } from './facts.ts';

/**
 * Billable events of other consultations of the same person, exported or not. Each organisation keeps its own record
 * of a person; the insurance number joins them.
 */
export function pastEvents(tx: Tx, { requestId, patientId, kvnr }: BillingCase): Promise<PastEvent[]> {
  return tx.$queryRaw<PastEvent[]>`
    select e.request_id::text as "requestId", e.tariff, e.code, e.side::text as side,
      e.organisation_id::text as "organisationId", e.quarter, e.quantity, e.status::text as status,
      case when e.side = 'provider' then c.speciality_group end as "specialityGroup",
      c.patient_id::text as "patientId", c.kvnr, c.payer_ik as "payerIk"
    from patient p
    join consult_request r on r.patient_id = p.id
    join billable_event e on e.request_id = r.id
    join billing_case c on c.request_id = r.id
    where (p.id = ${patientId}::uuid or p.kvnr = ${kvnr}) and r.id <> ${requestId}::uuid and e.status = 'billable'`;
}

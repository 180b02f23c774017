import type { Tx } from '../../kernel/db.ts';
import type { BillingCase } from './billing-case.ts';
import type { PastEvent } from './facts.ts';

/** A stored event that fills a limit; one that was exported does so whatever is decided later. */
export type CountedEvent = PastEvent & { exported: boolean };

/**
 * Billable events of the same persons, exported or not. Each organisation keeps its own record of a person; the
 * insurance number joins them.
 */
export function pastEvents(tx: Tx, cases: readonly BillingCase[]): Promise<CountedEvent[]> {
  const patientIds = cases.map(({ patientId }) => patientId);
  const insured = cases.flatMap(({ kvnr }) => kvnr ?? []);
  return tx.$queryRaw<CountedEvent[]>`
    select e.request_id::text as "requestId", e.tariff, e.code, e.side::text as side,
      e.organisation_id::text as "organisationId", e.quarter, e.quantity, e.status::text as status,
      case when e.side = 'provider' then s.group_code end as "specialityGroup",
      p.id::text as "patientId", p.kvnr, p.payer_ik as "payerIk", e.batch_id is not null as exported
    from patient p
    join consult_request r on r.patient_id = p.id
    join billable_event e on e.request_id = r.id
    join specialty s on s.code = r.specialty_code
    where (p.id = any(${patientIds}::uuid[]) or p.kvnr = any(${insured})) and e.status = 'billable'`;
}

import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { serialise } from '../../kernel/lock.ts';
import { findCase } from './billing-case.ts';
import type { BillingStatus } from './facts.ts';
import { factsOf } from './facts-of.ts';
import { pastEvents } from './past-events.ts';
import { bill } from './rules.ts';
import { storeEvents } from './store-events.ts';

/**
 * Decides what of a request can be billed and stores it; doing it again changes nothing unless the facts have changed.
 * Runs as the software itself (`deps.db.system`): limits look at every organisation's events of the person.
 * @returns whether anything changed; false also for a request that does not exist
 */
export async function decideBilling(deps: Pick<Deps, 'record'>, tx: Tx, requestId: string): Promise<boolean> {
  const named = await findCase(tx, requestId);
  if (!named) return false;
  await lockPerson(tx, named);
  // Read anew under the lock: whoever held it may have been told something newer.
  const row = (await findCase(tx, requestId)) ?? named;
  const events = bill(factsOf(row), await pastEvents(tx, row));
  if (!(await storeEvents(tx, requestId, events))) return false;
  const count = (status: BillingStatus) => events.filter((event) => event.status === status).length;
  await deps.record(tx, null, {
    type: 'billing.decided',
    subject: { kind: 'request', id: requestId },
    patientId: row.patientId,
    requestId,
    payload: {
      billable: count('billable'),
      incomplete: count('incomplete'),
      notBillable: count('not_billable'),
    },
  });
  return true;
}

/**
 * Limits hold only if the cases of one person are judged one after the other. Two records are one person by their
 * insurance number; the record comes first, so that two deciders never wait for each other.
 */
async function lockPerson(tx: Tx, { patientId, kvnr }: { patientId: string; kvnr: string | null }) {
  await serialise(tx, `billing:patient:${patientId}`);
  if (kvnr !== null) await serialise(tx, `billing:insured:${kvnr}`);
}

import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { serialiseAll } from '../../kernel/lock.ts';
import { findCases } from './billing-case.ts';
import type { BillingStatus } from './facts.ts';
import { type Judged, judgeCases } from './judge-cases.ts';
import { pastEvents } from './past-events.ts';
import { storeEvents } from './store-events.ts';

type Needs = Pick<Deps, 'record'>;

/**
 * Decides what of a request can be billed and stores it; doing it again changes nothing unless the facts have changed.
 * Runs as the software itself (`deps.db.system`): limits look at every organisation's events of the person.
 * @returns whether anything changed; false also for a request that does not exist
 */
export const decideBilling = async (deps: Needs, tx: Tx, requestId: string): Promise<boolean> =>
  (await decideMany(deps, tx, [requestId])) > 0;

/** The same for many, in the order of service. Some hundreds fit into one transaction. @returns how many changed */
export async function decideMany(deps: Needs, tx: Tx, requestIds: readonly string[]): Promise<number> {
  await lockPersons(tx, requestIds);
  const cases = await findCases(tx, requestIds);
  const judged = judgeCases(cases, await pastEvents(tx, cases));
  const changed = await storeEvents(tx, judged);
  for (const one of judged) if (changed.has(one.case.requestId)) await tellDecided(deps, tx, one);
  return changed.size;
}

/**
 * Limits hold only if the cases of one person are judged one after the other, so facts are read under this lock.
 * Two records are one person by their insurance number. Records come first and each kind in its order, so that two
 * deciders never wait for each other.
 */
async function lockPersons(tx: Tx, requestIds: readonly string[]): Promise<void> {
  const persons = await tx.$queryRaw<{ id: string; kvnr: string | null }[]>`
    select p.id::text as id, p.kvnr from consult_request r join patient p on p.id = r.patient_id
    where r.id = any(${[...requestIds]}::uuid[])`;
  const records = persons.map(({ id }) => `billing:patient:${id}`);
  const insured = persons.flatMap(({ kvnr }) => (kvnr === null ? [] : [`billing:insured:${kvnr}`]));
  const keys = [...new Set(records.sort()), ...new Set(insured.sort())];
  await serialiseAll(tx, keys);
}

const tellDecided = (deps: Needs, tx: Tx, { case: { requestId, patientId }, events }: Judged) => {
  const count = (status: BillingStatus) => events.filter((event) => event.status === status).length;
  return deps.record(tx, null, {
    type: 'billing.decided',
    subject: { kind: 'request', id: requestId },
    patientId,
    requestId,
    payload: {
      billable: count('billable'),
      incomplete: count('incomplete'),
      notBillable: count('not_billable'),
    },
  });
};

import type { BillingCase } from './billing-case.ts';
import { factsOf } from './facts-of.ts';
import type { CountedEvent } from './past-events.ts';
import { type BillingEvent, bill } from './rules.ts';

export type Judged = { case: BillingCase; events: BillingEvent[] };

/** One case after the other: what the first may bill fills the limits of the next. Pure. */
export function judgeCases(cases: readonly BillingCase[], past: readonly CountedEvent[]): Judged[] {
  let counted = past;
  return cases.map((one) => {
    const events = bill(factsOf(one), counted);
    counted = [
      ...counted.filter((event) => event.requestId !== one.requestId || event.exported),
      ...fills(one, events, counted),
    ];
    return { case: one, events };
  });
}

/** What a case's events fill from now on. Those that were exported are counted as they left. */
function fills(
  one: BillingCase,
  events: readonly BillingEvent[],
  counted: readonly CountedEvent[],
): CountedEvent[] {
  const left = counted.filter((event) => event.exported && event.requestId === one.requestId);
  return events
    .filter(({ status }) => status === 'billable')
    .filter(({ tariff, code }) => !left.some((event) => event.tariff === tariff && event.code === code))
    .map(({ requestId, tariff, code, side, organisationId, quarter, quantity, status }) => ({
      requestId,
      tariff,
      code,
      side,
      organisationId,
      quarter,
      quantity,
      status,
      specialityGroup: side === 'provider' ? one.specialityGroup : null,
      patientId: one.patientId,
      kvnr: one.kvnr,
      payerIk: one.payerIk,
      exported: false,
    }));
}

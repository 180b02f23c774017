/** How many units of an item has the case already? Pure. */
import { shiftQuarter } from '../../kernel/local-date.ts';
import type { ConsultationFacts, PastEvent } from './facts.ts';
import type { TariffItem } from './tariffs/tariff.ts';

/**
 * Billable units of the same item in the same case, other consultations only: judging one again does not count it
 * against itself. Whoever bills first keeps its place, whenever the consultation was.
 */
export function unitsInCase(
  item: TariffItem,
  facts: ConsultationFacts,
  quarter: string,
  history: readonly PastEvent[],
): number {
  return history
    .filter(
      (past) =>
        past.status === 'billable' &&
        past.requestId !== facts.requestId &&
        past.tariff === item.tariff &&
        past.code === item.code &&
        past.organisationId === facts[item.side].organisationId &&
        isSamePerson(past, facts.patient) &&
        isSamePayer(past.payerIk, facts.patient.payerIk) &&
        isInReach(item, facts, quarter, past),
    )
    .reduce((sum, past) => sum + past.quantity, 0);
}

/** Each organisation keeps its own patients; the insurance number tells that two of them are one person. */
const isSamePerson = (past: PastEvent, patient: ConsultationFacts['patient']): boolean =>
  past.patientId === patient.id || (past.kvnr !== null && past.kvnr === patient.kvnr);

/** An unknown payer is taken for the same one: a limit is rather kept than broken. */
const isSamePayer = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

function isInReach(item: TariffItem, facts: ConsultationFacts, quarter: string, past: PastEvent): boolean {
  switch (item.limit?.within) {
    case 'illness_case':
      return past.quarter <= quarter && past.quarter >= shiftQuarter(quarter, -3);
    case 'specialty_group_case':
      return past.quarter === quarter && past.specialityGroup === facts.provider.specialityGroup;
    default:
      return past.quarter === quarter;
  }
}

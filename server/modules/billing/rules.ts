/**
 * From a consultation to billable events. Sources: EBM section 1.6 (Telekonsil) and the agreement on
 * teleconsultations (Telekonsilien-Vereinbarung, § 367 SGB V, 29 May 2020); items, points and limits are dated data
 * under `tariffs/`. Pure: the same facts and history always give the same events.
 *
 * Limits hold only if the events of one case are judged one after the other: the caller locks the case.
 */
import { fromPoints, pointValue } from '../../kernel/money.ts';
import { dateOf, type EpochMs, quarterOf } from '../../kernel/zoned-time.ts';
import { unitsInCase } from './case-count.ts';
import type { BillingStatus, ConsultationFacts, PastEvent } from './facts.ts';
import { type BillingReason, finalReasons, openReasons } from './reasons.ts';
import { asked, consultant, contracted, countedSeconds, held, lasted, reported } from './requirements.ts';
import { tariffsWith } from './tariffs/default-tariffs.ts';
import { careHomeUrgentCode } from './tariffs/project.ts';
import { itemOn, type Side, type TariffItem, type TariffName, type Tariffs } from './tariffs/tariff.ts';

export type BillingEvent = {
  requestId: string;
  side: Side;
  /** Who is paid. */
  organisationId: string;
  practitionerId: string | null;
  tariff: TariffName;
  code: string;
  tariffVersion: string;
  quarter: string;
  occurredAt: EpochMs;
  quantity: number;
  /** Of one unit; null where the tariff has none. */
  points: number | null;
  /** For all units; 0 when not billable or the rate is unknown; what it would be when incomplete. */
  amountCents: number;
  status: BillingStatus;
  /** Not billable: what rules it out. Incomplete: what is missing. Billable: what to look at. */
  reasons: BillingReason[];
};

/**
 * All events of one consultation, at most one per tariff and code; none when it did not take place. `history` are
 * the decided events of the same patient and organisations (others do no harm).
 */
export function bill(
  facts: ConsultationFacts,
  history: readonly PastEvent[],
  tariffs: Tariffs = tariffsWith(),
): BillingEvent[] {
  const occurredAt = serviceTime(facts);
  if (occurredAt === null) return [];
  const day = dateOf(occurredAt);
  const judge = (
    tariff: TariffName,
    code: string,
    reasonsFor: (item: TariffItem) => readonly BillingReason[],
  ) => {
    const item = itemOn(tariffs, tariff, code, day);
    return item ? [event(item, facts, occurredAt, history, tariffs, reasonsFor(item))] : [];
  };
  const base = [...held(facts), ...contracted(facts)];
  const request = judge('EBM', '01670', () => [...base, ...asked(facts)]);
  const assessment = judge('EBM', '01671', (item) => [
    ...base,
    ...consultant(facts),
    ...reported(facts),
    ...lasted(facts, item.minimumSeconds ?? 0),
  ]);
  const surcharge = judge('EBM', '01672', () => surchargeReasons(assessment[0]));
  const flatFee =
    facts.requester.kind === 'care_home' && facts.kind === 'urgent'
      ? judge('project', careHomeUrgentCode, () => flatFeeReasons(facts))
      : [];
  return [...request, ...assessment, ...surcharge.filter(({ quantity }) => quantity > 0), ...flatFee];
}

/** The start; written, the report; by phone alone, the end. Null = it did not take place. */
function serviceTime({
  startedAt,
  kind,
  reportFinalisedAt,
  byPhone,
  endedAt,
}: ConsultationFacts): EpochMs | null {
  if (startedAt !== null) return startedAt;
  if (kind === 'written') return reportFinalisedAt;
  return byPhone ? endedAt : null;
}

/** A surcharge goes with its base. */
function surchargeReasons(base: BillingEvent | undefined): readonly BillingReason[] {
  return !base || base.status === 'not_billable' ? ['base_not_billable'] : base.reasons;
}

/** The project asks for less: whoever the patient is insured with, by whatever channel the report went. */
const flatFeeReasons = (facts: ConsultationFacts): readonly BillingReason[] =>
  [...held(facts), ...consultant(facts), ...reported(facts)].filter(
    (reason) => reason !== 'channel_unconfirmed',
  );

function event(
  item: TariffItem,
  facts: ConsultationFacts,
  occurredAt: EpochMs,
  history: readonly PastEvent[],
  tariffs: Tariffs,
  given: readonly BillingReason[],
): BillingEvent {
  const quarter = quarterOf(dateOf(occurredAt));
  const left = item.limit ? item.limit.units - unitsInCase(item, facts, quarter, history) : Infinity;
  const wanted = unitsOf(item, facts);
  const quantity = left > 0 ? Math.min(wanted, left) : wanted;
  const cents = unitCents(item, occurredAt, tariffs);
  const all: BillingReason[] = [...given];
  if (item.limit && left <= 0) all.push(`limit_per_${item.limit.within}`);
  if (cents === null) all.push('rate_unknown');
  if (!item.agreed) all.push('amount_not_agreed');
  const { status, reasons } = verdict(all);
  const side = facts[item.side];
  return {
    requestId: facts.requestId,
    side: item.side,
    organisationId: side.organisationId,
    practitionerId: side.practitionerId,
    tariff: item.tariff,
    code: item.code,
    tariffVersion: item.version,
    quarter,
    occurredAt,
    quantity,
    points: 'points' in item.price ? item.price.points : null,
    amountCents: status === 'not_billable' ? 0 : quantity * (cents ?? 0),
    status,
    reasons,
  };
}

/** Units of an item: one, or one per completed step beyond the minimum. */
function unitsOf(item: TariffItem, facts: ConsultationFacts): number {
  if (!item.stepSeconds) return 1;
  const beyond = (countedSeconds(facts) ?? 0) - (item.minimumSeconds ?? 0);
  return Math.max(0, Math.floor(beyond / item.stepSeconds));
}

/** Cents of one unit; null where the year's point value is not known. */
function unitCents(item: TariffItem, occurredAt: EpochMs, { pointValues }: Tariffs): number | null {
  if ('cents' in item.price) return item.price.cents;
  const year = Number(dateOf(occurredAt).slice(0, 4));
  const value = pointValues.find((one) => one.year === year);
  return value ? fromPoints(item.price.points, pointValue(value.cents)) : null;
}

function verdict(all: readonly BillingReason[]): { status: BillingStatus; reasons: BillingReason[] } {
  const within = (list: readonly BillingReason[]) => [...new Set(all)].filter((one) => list.includes(one));
  const final = within(finalReasons);
  if (final.length > 0) return { status: 'not_billable', reasons: final };
  const open = within(openReasons);
  if (open.length > 0) return { status: 'incomplete', reasons: open };
  return { status: 'billable', reasons: [...new Set(all)] };
}

import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Cents } from '../../../kernel/money.ts';

export type TariffName = 'EBM' | 'project';
/** Who is paid: the side that asks or the side that answers. */
export type Side = 'requester' | 'provider';
/** A = primary text or two agreeing sources, B = one good secondary source, C = weak, derived or not agreed. */
export type Certainty = 'A' | 'B' | 'C';

/**
 * What a limit counts within; all within one quarter, one insured person and one payer:
 * - `treatment_case` (Behandlungsfall, § 21 (1) BMV-Ä): one practice;
 * - `specialty_group_case` (Arztgruppenfall, § 21 (1c) BMV-Ä): one speciality group of one practice or hospital;
 * - `illness_case` (Krankheitsfall, § 21 (1) BMV-Ä): one practice, this quarter and the three before.
 */
export type CaseKind = 'treatment_case' | 'specialty_group_case' | 'illness_case';

export type TariffItem = {
  tariff: TariffName;
  code: string;
  side: Side;
  /** Of one unit. */
  price: { points: number } | { cents: Cents };
  /** Shortest service in seconds. */
  minimumSeconds?: number;
  /** One unit per so many completed seconds beyond the minimum. */
  stepSeconds?: number;
  /** Most units within the case. */
  limit?: { units: number; within: CaseKind };
  /** Most points per physician and quarter. */
  pointsPerQuarter?: number;
  validFrom: LocalDate;
  /** First day on which it no longer holds. */
  validUntil: LocalDate | null;
  /** Version of this data, stored with every event it decides. */
  version: string;
  source: string;
  certainty: Certainty;
  /** False: the amount is a placeholder that nobody has agreed to. */
  agreed: boolean;
};

/** Orientierungswert of a year, in cents as published. */
export type PointValueOfYear = { year: number; cents: string; source: string; certainty: Certainty };

export type Tariffs = { items: readonly TariffItem[]; pointValues: readonly PointValueOfYear[] };

/** The item in force on a day, or null. */
export function itemOn(tariffs: Tariffs, tariff: TariffName, code: string, on: LocalDate): TariffItem | null {
  const found = tariffs.items.find(
    (item) =>
      item.tariff === tariff &&
      item.code === code &&
      item.validFrom <= on &&
      (item.validUntil === null || on < item.validUntil),
  );
  return found ?? null;
}

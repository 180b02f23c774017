/**
 * The network's own tariff, paid from project money against a list of invoices. It is no part of the EBM: there a
 * teleconsultation can be asked for by a contracted physician only, so what a care home asks for is paid by nobody
 * but the project. The amount stands here as a placeholder until the network has agreed on one.
 */
import { type Cents, cents } from '../../../kernel/money.ts';
import type { TariffItem } from './tariff.ts';

/** Urgent video consultation at the request of a care home, flat. */
export const careHomeUrgentCode = 'P-HEIM-EIL';

export const placeholderFlatFee: TariffItem = {
  tariff: 'project',
  code: careHomeUrgentCode,
  side: 'provider',
  price: { cents: 4_500 },
  validFrom: '2026-01-01',
  validUntil: null,
  version: 'project-placeholder',
  source: 'Placeholder of the network; no agreement yet',
  certainty: 'C',
  agreed: false,
};

/** The flat fee as a network has agreed on it; `version` names the agreement. */
export const agreedFlatFee = (amount: Cents, version: string, source: string): TariffItem => ({
  ...placeholderFlatFee,
  price: { cents: cents(amount) },
  version,
  source,
  agreed: true,
});

import { ebmItems, pointValues } from './ebm.ts';
import { placeholderFlatFee } from './project.ts';
import type { TariffItem, Tariffs } from './tariff.ts';

/** EBM as published, and the project's flat fee; pass `agreedFlatFee(…)` where one has been agreed. */
export const tariffsWith = (flatFee: TariffItem = placeholderFlatFee): Tariffs => ({
  items: [...ebmItems, flatFee],
  pointValues,
});

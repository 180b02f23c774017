/**
 * Items of the uniform value scale (Einheitlicher Bewertungsmaßstab, EBM) around teleconsultation, and the point
 * values. Re-check every line against the EBM in force before money is claimed.
 */
import type { PointValueOfYear, TariffItem } from './tariff.ts';

const section16 = 'EBM section 1.6 (Telekonsil), KBV; since 1 October 2020';

export const ebmItems: readonly TariffItem[] = [
  {
    tariff: 'EBM',
    code: '01670',
    side: 'requester',
    price: { points: 110 },
    limit: { units: 2, within: 'treatment_case' },
    validFrom: '2020-10-01',
    validUntil: null,
    version: 'EBM-2026.1',
    source: section16,
    certainty: 'A',
    agreed: true,
  },
  {
    tariff: 'EBM',
    code: '01671',
    side: 'provider',
    price: { points: 128 },
    minimumSeconds: 600,
    limit: { units: 1, within: 'specialty_group_case' },
    validFrom: '2020-10-01',
    validUntil: null,
    version: 'EBM-2026.1',
    // Points: A. Texts of 2020/21 counted per Behandlungsfall, those of 2024 per Arztgruppenfall.
    source: section16,
    certainty: 'B',
    agreed: true,
  },
  {
    tariff: 'EBM',
    code: '01672',
    side: 'provider',
    price: { points: 65 },
    minimumSeconds: 600,
    stepSeconds: 300,
    limit: { units: 3, within: 'specialty_group_case' },
    validFrom: '2020-10-01',
    validUntil: null,
    version: 'EBM-2026.1',
    source: section16,
    certainty: 'B',
    agreed: true,
  },
  // Case conferences: no rule claims them yet.
  {
    tariff: 'EBM',
    code: '01442',
    side: 'requester',
    price: { points: 86 },
    limit: { units: 3, within: 'illness_case' },
    validFrom: '2024-01-01',
    validUntil: null,
    version: 'EBM-2026.1',
    source: 'EBM 01442 (Videofallkonferenz with nurses, coordinating physician); KV Hessen, April 2025',
    certainty: 'A',
    agreed: true,
  },
  {
    tariff: 'EBM',
    code: '01450',
    side: 'requester',
    price: { points: 40 },
    pointsPerQuarter: 1_899,
    validFrom: '2024-01-01',
    validUntil: '2025-07-01',
    version: 'EBM-2025.1',
    source: 'EBM 01450 (technical surcharge of the initiator); KV Hessen',
    certainty: 'A',
    agreed: true,
  },
  {
    tariff: 'EBM',
    code: '01450',
    side: 'requester',
    price: { points: 40 },
    pointsPerQuarter: 700,
    validFrom: '2025-07-01',
    validUntil: null,
    version: 'EBM-2026.1',
    source: 'EBM 01450 (technical surcharge of the initiator); KV Hessen, cap from 1 July 2025',
    certainty: 'A',
    agreed: true,
  },
];

export const pointValues: readonly PointValueOfYear[] = [
  { year: 2024, cents: '11.9339', source: 'Bewertungsausschuss, Orientierungswert 2024', certainty: 'A' },
  { year: 2025, cents: '12.3934', source: 'Bewertungsausschuss, Orientierungswert 2025', certainty: 'A' },
  { year: 2026, cents: '12.7404', source: 'Bewertungsausschuss, Orientierungswert 2026', certainty: 'A' },
];

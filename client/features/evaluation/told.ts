import type { TFunction } from 'i18next';
import type { Figures } from '../../../server/modules/evaluation/contract.ts';
import { clockOf, type Formats } from '../../lib/format.ts';

export const indicators = [
  'consultations',
  'secondsToDoctor',
  'withinTarget',
  'answeredInTime',
  'stayed',
  'fellThrough',
  'troubled',
  'satisfied',
] as const;
export type Indicator = (typeof indicators)[number];

/** One figure in words; "–" with its meaning where it is withheld or nothing was counted. */
export function told(
  name: Indicator | 'requests' | 'secondsToRing',
  figures: Figures,
  formats: Formats,
  t: TFunction,
): string {
  const value = figures[name];
  if (value === null) return t('evaluation.notTold');
  if (name === 'secondsToDoctor' || name === 'secondsToRing')
    return t('evaluation.minutes', { clock: clockOf(value) });
  if (name === 'consultations' || name === 'requests') return formats.number(value);
  return formats.percent(value);
}

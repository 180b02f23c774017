import type { TFunction } from 'i18next';
import type { NothingFree } from '../../../../server/modules/scheduling/contract.ts';

/**
 * Why nothing is free, in one sentence: "12 Zeiten sind vergeben, 3 liegen an Feiertagen, 2 sind für Ihren Landkreis
 * nicht freigegeben." Without any roster there are no times to count.
 */
export function nothingWords(t: TFunction, { reasons }: NothingFree): string {
  const counted = reasons.filter((one) => one.code !== 'no_roster' && one.times > 0);
  if (counted.length === 0) return t('requests.nothing.noRoster');
  const phrases = counted.map(({ code, times }, at) => {
    const count = at === 0 ? t('requests.nothing.times', { count: times }) : String(times);
    return t('requests.nothing.counted', { count, what: t(`requests.nothing.${code}`, { count: times }) });
  });
  return t('requests.nothing.sentence', { phrases: phrases.join(', ') });
}

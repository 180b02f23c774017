import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../../lib/format.ts';

type Wished = Pick<WaitingEntry, 'wish' | 'practitioner'>;

/** A wish as one says it: "ab 24.11. bis 12.12. · vormittags · Mo, Mi · bei Dr. X". */
export function useWishWords(): (entry: Wished) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ wish, practitioner }) => {
    const day = (one: string) => formats.dayAndMonth(`${one}T12:00:00Z`);
    const days =
      wish.untilDay === null
        ? t('scheduling.waiting.from', { from: day(wish.fromDay) })
        : t('scheduling.waiting.fromUntil', { from: day(wish.fromDay), until: day(wish.untilDay) });
    const parts = wish.partsOfDay.map((part) => t(`scheduling.waiting.part.${part}`));
    const weekdays = wish.weekdays.map((weekday) => t(`scheduling.weekdayShort.${weekday}`));
    return [
      days,
      parts.length > 0 ? parts.join(', ') : t('scheduling.waiting.anyPart'),
      weekdays.length > 0 ? weekdays.join(', ') : null,
      practitioner && t('scheduling.waiting.with', { name: practitioner.name }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

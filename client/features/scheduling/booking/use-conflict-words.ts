import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import type { Conflict } from './move-check.ts';

/** What is in the way, each as a sentence. */
export function useConflictWords(): (conflict: Conflict) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (conflict) => {
    if (conflict.is === 'taken') {
      const { startAt, endAt, requester } = conflict.by;
      const times = { from: formats.time(startAt), until: formats.time(endAt) };
      return t('scheduling.conflict.taken', { ...times, name: requester.name });
    }
    if (conflict.is === 'held') {
      const key = conflict.waiting ? 'offered' : 'held';
      return t(`scheduling.conflict.${key}`, { until: formats.time(conflict.until) });
    }
    if (conflict.is === 'holiday') {
      const name = t([`scheduling.holiday.${conflict.code}`, 'scheduling.holiday.other']);
      return t('scheduling.conflict.holiday', { name });
    }
    return t(`scheduling.conflict.${conflict.is}`);
  };
}

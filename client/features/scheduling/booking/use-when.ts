import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';

/** "Dienstag, 24. November, 09:20": a time as a change names it. */
export function useWhen(): (instant: string) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return useCallback(
    (instant) => t('scheduling.when', { day: formats.longDate(instant), time: formats.time(instant) }),
    [t, formats],
  );
}

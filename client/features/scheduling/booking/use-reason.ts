import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A reason of at least three letters, where one is needed; it is missed only after somebody has tried without. */
export function useReason(isNeeded: boolean) {
  const { t } = useTranslation();
  const [value, set] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = isNeeded && value.trim().length < 3;
  return {
    text: value.trim(),
    /** For the input. */
    field: { value, set, error: tried && isShort ? t('errors.required') : null },
    /** False while it is missing, which the input says from then on. */
    check: (): boolean => {
      setTried(true);
      return !isShort;
    },
  };
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeChoice } from './time-choice.ts';

/** Whose a chosen time is, as it is said: a person's name, or "Pool …". */
export function useWho(): (choice: TimeChoice) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ practitionerId, who }) => (practitionerId === null ? t('scheduling.pools.band', { name: who }) : who),
    [t],
  );
}

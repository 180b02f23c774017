import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/use-now.ts';
import { Emergency } from '../../ui/emergency.tsx';
import { isOutOfHours } from './out-of-hours.ts';
import classes from './residents.module.css';

/** 112 always; 116117 while practices are closed. */
export function HelpNumbers() {
  const { t } = useTranslation();
  const closed = isOutOfHours(useNow());
  const number = '116117';
  return (
    <>
      {closed && (
        <a href={`tel:${number}`} className={classes.onDuty}>
          <IconPhone size={22} aria-hidden />
          <span>{t('triage.outOfHours')}</span>
          <strong>{number}</strong>
        </a>
      )}
      <Emergency text={t('triage.emergency')} compact />
    </>
  );
}

import { Button, CloseButton } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../device-problems.module.css';
import type { ByPhone } from './use-by-phone.ts';

/** The other side goes on at the telephone; the consultant ends the consultation with it noted. */
export function ByPhoneNote(props: { mayClose: boolean; byPhone: ByPhone; onEndByPhone: () => void }) {
  const { t } = useTranslation();
  const { from, dismiss } = props.byPhone;
  return (
    <div role="status">
      {from && (
        <p className={classes.problem} data-tone="attention">
          <IconPhone size={24} aria-hidden />
          <span>{t('room.phone.told', { name: from.name ?? t('consultation.someone') })}</span>
          {props.mayClose && (
            <Button variant="default" onClick={props.onEndByPhone}>
              {t('room.phone.end')}
            </Button>
          )}
          <CloseButton aria-label={t('ui.dismiss')} onClick={dismiss} />
        </p>
      )}
    </div>
  );
}

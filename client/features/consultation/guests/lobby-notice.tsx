import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../lib/error-text.ts';
import classes from './lobby-notice.module.css';
import { useGuestDeeds, useGuests } from './use-guests.ts';

/** Says who waits to be let in; below the pictures, so that nobody's face is covered. */
export function LobbyNotice({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const waiting = useGuests(requestId).filter(({ state }) => state === 'waiting');
  const { admit, refuse, isBusy, error } = useGuestDeeds(requestId);
  const errorText = useErrorText();
  return (
    <div role="alert">
      {waiting.map(({ id, name, kind }) => (
        <div key={id} className={classes.lobby} data-tone="action">
          <IconDoorEnter size={28} aria-hidden />
          <span className={classes.who}>
            <strong>{t('invitations.lobby.waits', { name })}</strong>{' '}
            {t('invitations.lobby.as', { kind: t(`consultation.guestKinds.${kind}`) })}
          </span>
          <Button
            size="lg"
            loading={isBusy}
            onClick={() => admit(id)}
            aria-label={t('invitations.lobby.admitName', { name })}
          >
            {t('invitations.lobby.admit')}
          </Button>
          <Button
            size="lg"
            variant="default"
            disabled={isBusy}
            onClick={() => refuse(id)}
            aria-label={t('invitations.lobby.refuseName', { name })}
          >
            {t('invitations.lobby.refuse')}
          </Button>
        </div>
      ))}
      {error && waiting.length > 0 && (
        <p className={classes.lobby} data-tone="attention">
          {errorText(error)}
        </p>
      )}
    </div>
  );
}

import { Alert } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Danger to life comes before any video. Stands at the bottom, so that no tile moves under the finger. */
export function Call112() {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      color="red"
      variant="filled"
      icon={<IconUrgent aria-hidden />}
      title={t('triage.call112.title')}
    >
      {t('triage.call112.text')}
    </Alert>
  );
}

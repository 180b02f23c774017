import { Alert } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OnCallNow } from '../../../../server/modules/triage/contract.ts';

/** The alarm line while nobody is on call: what that means for requests, and what to do. */
export function NobodyOnCall({ onCall }: { onCall: OnCallNow }) {
  const { t } = useTranslation();
  if (onCall.primary || onCall.deputy) return null;
  return (
    <Alert
      role="alert"
      color="yellow"
      mb="lg"
      icon={<IconUserOff aria-hidden />}
      title={t('triage.board.alarm')}
    >
      {t('triage.board.alarmMeans')}
    </Alert>
  );
}

import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAtStation } from '../../lib/session.ts';
import { useStationLock } from './use-station-lock.ts';

/** At a shared device: the next person takes over, what was entered stays for whoever entered it. */
export function LockButton() {
  const { t } = useTranslation();
  const atStation = useAtStation();
  const lock = useStationLock(atStation);
  if (!atStation) return null;
  return (
    <Button variant="light" leftSection={<IconLock size={22} aria-hidden />} onClick={lock}>
      {t('identity.station.lock')}
    </Button>
  );
}

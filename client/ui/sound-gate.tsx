import { Alert, Button, Group, Text } from '@mantine/core';
import { IconBellRinging, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { playOnce } from '../lib/ringer.ts';
import { useSound } from './use-ringing.ts';

/** Says that the browser keeps the ring silent, with the one press that changes it. Nothing when sound works. */
export function SoundGate() {
  const { t } = useTranslation();
  const sound = useSound();
  if (sound.state !== 'blocked') return null;
  const open = () => {
    sound.open();
    window.setTimeout(playOnce, 150);
  };
  return (
    <Alert color="yellow" icon={<IconVolumeOff aria-hidden />} role="status">
      <Group justify="space-between">
        <Text>{t('ui.sound.blocked')}</Text>
        <Button variant="default" leftSection={<IconBellRinging size={20} aria-hidden />} onClick={open}>
          {t('ui.sound.open')}
        </Button>
      </Group>
    </Alert>
  );
}

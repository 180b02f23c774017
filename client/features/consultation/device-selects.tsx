import { Button, Select } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMedia } from '../../call/call-state.ts';
import { chosenDevice, type DeviceUse, rememberDevice } from '../../call/device-choice.ts';
import { playTone } from '../../call/play-tone.ts';
import { useDeviceList } from './use-device-list.ts';

type Shown = Exclude<DeviceUse, 'detail'>;

/** Which microphone, camera and speaker before the room; remembered, as those chosen inside. */
export function DeviceSelects(props: {
  microphone: OwnMedia;
  camera: OwnMedia;
  onChoose: (use: 'microphone' | 'camera', deviceId: string) => void;
}) {
  const { t } = useTranslation();
  const { microphone, camera, onChoose } = props;
  const devices = useDeviceList({ microphone, camera });
  const [speaker, setSpeaker] = useState(() => chosenDevice('speaker'));
  const inUse = {
    microphone: microphone.track?.getSettings().deviceId ?? chosenDevice('microphone'),
    camera: camera.track?.getSettings().deviceId ?? chosenDevice('camera'),
    speaker: speaker ?? devices.speaker[0]?.deviceId ?? null,
  };
  const choose = (use: Shown, deviceId: string) => {
    if (use !== 'speaker') return onChoose(use, deviceId);
    rememberDevice('speaker', deviceId);
    setSpeaker(deviceId);
  };
  return (
    <>
      {(['microphone', 'camera', 'speaker'] as const)
        // Without a choice there is nothing to choose.
        .filter((use) => devices[use].length > 1)
        .map((use) => (
          <Select
            key={use}
            label={t(`consultation.devices.${use}`)}
            data={devices[use].map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label || t('consultation.devices.unnamed', { number: index + 1 }),
            }))}
            value={inUse[use]}
            onChange={(deviceId) => deviceId && choose(use, deviceId)}
            allowDeselect={false}
          />
        ))}
      <Button
        variant="default"
        leftSection={<IconVolume size={22} aria-hidden />}
        onClick={() => void playTone(speaker)}
      >
        {t('consultation.before.tone')}
      </Button>
    </>
  );
}

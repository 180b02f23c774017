import { Modal, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosenDevice, type DeviceUse, rememberDevice } from '../../call/device-choice.ts';
import { BarButton } from './bar-button.tsx';
import type { Call } from './use-call.ts';
import { useDeviceList } from './use-device-list.ts';

/** Which microphone, camera and speaker; changed while running, remembered for next time. */
export function DevicesButton(props: {
  call: Call;
  speaker: string | null;
  onSpeaker: (deviceId: string) => void;
}) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <BarButton
        icon={IconSettings}
        label={t('consultation.bar.devices')}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={open}
      />
      <Modal
        opened={opened}
        onClose={close}
        title={t('consultation.devices.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Choices {...props} />
      </Modal>
    </>
  );
}

function Choices({ call, speaker, onSpeaker }: Parameters<typeof DevicesButton>[0]) {
  const { t } = useTranslation();
  const devices = useDeviceList(call.state);
  const inUse = (use: DeviceUse) => {
    if (use === 'speaker') return speaker ?? devices.speaker[0]?.deviceId ?? null;
    return call.state[use].track?.getSettings().deviceId ?? chosenDevice(use);
  };
  const choose = (use: DeviceUse, deviceId: string) => {
    if (use !== 'speaker') return void call.client.chooseDevice(use, deviceId);
    rememberDevice('speaker', deviceId);
    onSpeaker(deviceId);
  };
  const uses = (['microphone', 'camera', 'detail', 'speaker'] as const).filter(
    // The second camera is chosen where there is one.
    (use) => devices[use].length > (use === 'detail' ? 1 : 0),
  );
  return (
    <Stack>
      {uses.length === 0 && <Text>{t('consultation.devices.none')}</Text>}
      {uses.map((use) => (
        <Select
          key={use}
          label={t(`consultation.devices.${use}`)}
          data={devices[use].map(({ deviceId, label }, index) => ({
            value: deviceId,
            label: label || t('consultation.devices.unnamed', { number: index + 1 }),
          }))}
          value={inUse(use)}
          onChange={(deviceId) => deviceId && choose(use, deviceId)}
          allowDeselect={false}
        />
      ))}
    </Stack>
  );
}

import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './bar-button.tsx';
import { shortcutKeys } from './shortcut.ts';
import type { Call } from './use-call.ts';

/** Own microphone and own camera, each with its state as icon and word. */
export function OwnSwitches({ call: { client, state } }: { call: Call }) {
  const { t } = useTranslation();
  const { microphone, camera } = state;
  const speaks = microphone.wanted && microphone.track !== null;
  const shows = camera.wanted && camera.track !== null;
  return (
    <>
      <BarButton
        icon={speaks ? IconMicrophone : IconMicrophoneOff}
        label={t(speaks ? 'consultation.bar.microphoneOn' : 'consultation.bar.microphoneOff')}
        action={t(speaks ? 'consultation.bar.mute' : 'consultation.bar.unmute')}
        shortcut={shortcutKeys.microphone}
        aria-pressed={!speaks}
        {...(speaks ? {} : { tone: 'attention' })}
        onClick={() => void client.setMicrophone(!speaks)}
      />
      <BarButton
        icon={shows ? IconVideo : IconVideoOff}
        label={t(shows ? 'consultation.bar.cameraOn' : 'consultation.bar.cameraOff')}
        action={t(shows ? 'consultation.bar.hide' : 'consultation.bar.show')}
        shortcut={shortcutKeys.camera}
        aria-pressed={!shows}
        {...(shows ? {} : { tone: 'attention' })}
        onClick={() => void client.setCamera(!shows)}
      />
    </>
  );
}

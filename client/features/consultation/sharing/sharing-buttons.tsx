import { IconScreenShare, IconScreenShareOff, IconZoomScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../bar-button.tsx';
import type { Call } from '../use-call.ts';
import type { SecondCamera } from './use-second-camera.ts';

/** What one shows beside the own face: a second camera, the screen. */
export function SharingButtons(props: { call: Call; secondCamera: SecondCamera }) {
  const { t } = useTranslation();
  const { call, secondCamera } = props;
  const { detail, screen } = call.state;
  const showsDetail = detail.wanted && detail.track !== null;
  const showsScreen = screen.wanted && screen.track !== null;
  return (
    <>
      <BarButton
        icon={IconZoomScan}
        label={t('room.bar.detail')}
        action={t(showsDetail ? 'room.bar.detailStop' : 'room.bar.detailStart')}
        aria-pressed={showsDetail}
        {...(showsDetail ? { tone: 'active' } : {})}
        onClick={() => void (showsDetail ? secondCamera.stop() : secondCamera.start())}
      />
      {canShareScreen() && (
        <BarButton
          icon={showsScreen ? IconScreenShareOff : IconScreenShare}
          label={t('room.bar.screen')}
          action={t(showsScreen ? 'room.bar.screenStop' : 'room.bar.screenStart')}
          aria-pressed={showsScreen}
          {...(showsScreen ? { tone: 'active' } : {})}
          onClick={() => void call.client.switch('screen', !showsScreen)}
        />
      )}
    </>
  );
}

/** Phones have no screen to choose from. */
const canShareScreen = () =>
  navigator.mediaDevices !== undefined && 'getDisplayMedia' in navigator.mediaDevices;

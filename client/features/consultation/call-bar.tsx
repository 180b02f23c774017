import {
  IconLayoutSidebarRight,
  IconMicrophone,
  IconMicrophoneOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { BarButton } from './bar-button.tsx';
import classes from './call-bar.module.css';
import { DeviceProblems } from './device-problems.tsx';
import { DevicesButton } from './devices-button.tsx';
import { LeaveButton } from './leave-button.tsx';
import { PeopleButton } from './people-button.tsx';
import { PhoneButton } from './phone-button.tsx';
import type { Call } from './use-call.ts';
import type { Present } from './use-people.ts';

/** Everything one can do in the room, in one row. */
export function CallBar(props: {
  room: Room;
  consultationId: string;
  call: Call;
  people: readonly Present[];
  isPanelOpen: boolean;
  onPanel: () => void;
  speaker: string | null;
  onSpeaker: (deviceId: string) => void;
}) {
  const { t } = useTranslation();
  const { room, call } = props;
  const { client, state } = call;
  const { microphone, camera } = state;
  const speaks = microphone.wanted && microphone.track !== null;
  const shows = camera.wanted && camera.track !== null;
  return (
    <footer className={classes.foot}>
      <DeviceProblems state={state} onRetry={(source) => void client.retry(source)} />
      <fieldset className={classes.bar} aria-label={t('consultation.bar.label')}>
        <BarButton
          icon={speaks ? IconMicrophone : IconMicrophoneOff}
          label={t(speaks ? 'consultation.bar.microphoneOn' : 'consultation.bar.microphoneOff')}
          action={t(speaks ? 'consultation.bar.mute' : 'consultation.bar.unmute')}
          aria-pressed={!speaks}
          {...(speaks ? {} : { tone: 'attention' })}
          onClick={() => void client.setMicrophone(!speaks)}
        />
        <BarButton
          icon={shows ? IconVideo : IconVideoOff}
          label={t(shows ? 'consultation.bar.cameraOn' : 'consultation.bar.cameraOff')}
          action={t(shows ? 'consultation.bar.hide' : 'consultation.bar.show')}
          aria-pressed={!shows}
          {...(shows ? {} : { tone: 'attention' })}
          onClick={() => void client.setCamera(!shows)}
        />
        <DevicesButton call={call} speaker={props.speaker} onSpeaker={props.onSpeaker} />
        <PeopleButton people={props.people} />
        <PhoneButton other={room.other} />
        <BarButton
          icon={IconLayoutSidebarRight}
          label={t('consultation.bar.panel')}
          action={t(props.isPanelOpen ? 'consultation.bar.closePanel' : 'consultation.bar.openPanel')}
          aria-expanded={props.isPanelOpen}
          onClick={props.onPanel}
        />
        <LeaveButton room={room} consultationId={props.consultationId} onLeave={() => void client.leave()} />
      </fieldset>
    </footer>
  );
}

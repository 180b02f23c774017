import { IconLayoutSidebarRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { BarButton } from './bar-button.tsx';
import classes from './call-bar.module.css';
import { DeviceProblems } from './device-problems.tsx';
import { DevicesButton } from './devices-button.tsx';
import { LobbyNotice } from './guests/lobby-notice.tsx';
import { LeaveButton } from './leave-button.tsx';
import { MoreRow } from './more-row.tsx';
import { OwnSwitches } from './own-switches.tsx';
import { PeopleButton } from './people-button.tsx';
import { PhoneButton } from './phone-button.tsx';
import { NoSecondCamera } from './sharing/no-second-camera.tsx';
import { SharingButtons } from './sharing/sharing-buttons.tsx';
import type { SecondCamera } from './sharing/use-second-camera.ts';
import { AskedNote } from './still/asked-note.tsx';
import { StillButton } from './still/still-button.tsx';
import type { Stills } from './still/use-stills.ts';
import type { Call } from './use-call.ts';
import type { Present } from './use-people.ts';

/** Everything one can do in the room, in one row; on a phone what is rarer is behind "Mehr". */
export function CallBar(props: {
  room: Room;
  isEndAsked: boolean;
  onAskEnd: () => void;
  phoneWay: ReactNode;
  /** What the person has to be told of right now. */
  notes: ReactNode;
  call: Call;
  secondCamera: SecondCamera;
  people: readonly Present[];
  isPanelOpen: boolean;
  /** Lines of the chat that were not in view yet. */
  unread: number;
  stills: Stills;
  onPanel: () => void;
  speaker: string | null;
  onSpeaker: (deviceId: string) => void;
}) {
  const { t } = useTranslation();
  const { room, call, secondCamera } = props;
  const { client, state } = call;
  return (
    <footer className={classes.foot}>
      <DeviceProblems
        state={state}
        onRetry={(source) => void client.switch(source, true)}
        onDismiss={(source) => void client.switch(source, false)}
      />
      <NoSecondCamera secondCamera={secondCamera} />
      <AskedNote stills={props.stills} />
      <LobbyNotice requestId={room.requestId} />
      {props.notes}
      <fieldset className={classes.bar} aria-label={t('consultation.bar.label')}>
        <OwnSwitches call={call} />
        <MoreRow>
          <SharingButtons call={call} secondCamera={secondCamera} />
          <StillButton room={room} stills={props.stills} />
          <DevicesButton call={call} speaker={props.speaker} onSpeaker={props.onSpeaker} />
          <PeopleButton room={room} people={props.people} />
        </MoreRow>
        <PhoneButton other={room.other}>{props.phoneWay}</PhoneButton>
        <BarButton
          icon={IconLayoutSidebarRight}
          label={t('consultation.bar.panel')}
          action={[
            t(props.isPanelOpen ? 'consultation.bar.closePanel' : 'consultation.bar.openPanel'),
            ...(props.unread > 0 ? [t('room.chat.unread', { count: props.unread })] : []),
          ].join(', ')}
          {...(props.unread > 0 ? { count: props.unread } : {})}
          aria-expanded={props.isPanelOpen}
          onClick={props.onPanel}
        />
        <LeaveButton
          mayClose={room.mayClose}
          isAsked={props.isEndAsked}
          onLeave={() => void client.leave()}
          onAsk={props.onAskEnd}
        />
      </fieldset>
    </footer>
  );
}

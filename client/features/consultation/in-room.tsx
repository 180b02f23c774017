import { Button } from '@mantine/core';
import { IconAlertTriangle, IconAppWindow, IconLockOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { CallScreen } from './call-screen.tsx';
import { type Joining, noteInside, noteOutside } from './joining.ts';
import { ClosedRoom, LeftRoom, RoomMessage } from './room-message.tsx';
import type { RoomPanel } from './room-panel.ts';
import { useCall } from './use-call.ts';

/** The call, or how it ended. */
export function InRoom(props: {
  room: Room;
  consultationId: string;
  joining: Joining;
  panels: readonly RoomPanel[];
}) {
  const { t } = useTranslation();
  const { room, consultationId, joining } = props;
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt((before) => before + 1);
  const call = useCall(consultationId, joining, attempt);
  const reached = call?.state.phase;
  useEffect(() => {
    if (reached === 'joined') noteInside(room.requestId, joining);
    if (reached !== 'left') return;
    // A page that is loaded anew leaves as well, but comes to nothing after that; who still does went by oneself.
    const timer = setTimeout(() => noteOutside(room.requestId));
    return () => clearTimeout(timer);
  }, [reached, room.requestId, joining]);
  if (!call) return null;
  const { phase, problem } = call.state;
  if (phase === 'left') return <LeftRoom room={room} consultationId={consultationId} onAgain={again} />;
  if (phase === 'closed') return <ClosedRoom room={room} consultationId={consultationId} />;
  if (phase === 'replaced') {
    return (
      <RoomMessage
        icon={IconAppWindow}
        requestId={room.requestId}
        title={t('consultation.replaced.title')}
        hint={t('consultation.replaced.hint')}
        action={
          <Button size="lg" onClick={again}>
            {t('consultation.replaced.again')}
          </Button>
        }
      />
    );
  }
  const { name, phone } = room.other;
  if (problem === 'encryption_unsupported') {
    return (
      <RoomMessage
        icon={IconLockOff}
        requestId={room.requestId}
        title={t('errors.encryption_unsupported')}
        hint={t('consultation.safety.otherBrowser', { name, phone })}
      />
    );
  }
  if (phase === 'failed') {
    return (
      <RoomMessage
        icon={IconAlertTriangle}
        requestId={room.requestId}
        title={t([`errors.${problem}`, 'errors.unknown'])}
        hint={t('consultation.phone.instead', { name, phone })}
        action={
          <Button size="lg" onClick={again}>
            {t('ui.error.retry')}
          </Button>
        }
      />
    );
  }
  return <CallScreen room={room} consultationId={consultationId} panels={props.panels} call={call} />;
}

import { Button } from '@mantine/core';
import { IconClock, IconPhone } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { clockOf } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Time } from '../../ui/time.tsx';
import { ClockNote } from './clock-note.tsx';
import { phoneLink } from './phone-link.ts';
import { RoomMessage } from './room-message.tsx';
import { useServerNow } from './use-server-now.ts';

/** The room opens by itself when its time has come, by the server's clock. */
export function EarlyRoom({ room, onOpen }: { room: Room; onOpen: () => void }) {
  const { t } = useTranslation();
  const { opensAt, plannedStart } = room;
  return (
    <RoomMessage
      icon={IconClock}
      requestId={room.requestId}
      title={t(plannedStart ? 'consultation.early.title' : 'consultation.early.waiting')}
      hint={
        plannedStart ? (
          <>
            {t('consultation.early.start')} <Time at={plannedStart} />
          </>
        ) : (
          t('consultation.early.waitingHint')
        )
      }
      action={
        <Button
          component="a"
          href={phoneLink(room.other.phone)}
          variant="default"
          size="lg"
          leftSection={<IconPhone size={22} aria-hidden />}
        >
          {t('consultation.phone.call', { name: room.other.name, phone: room.other.phone })}
        </Button>
      }
    >
      <ClockNote now={room.now} />
      {opensAt && <OpensIn room={room} opensAt={opensAt} onOpen={onOpen} />}
    </RoomMessage>
  );
}

function OpensIn(props: { room: Room; opensAt: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const now = useServerNow(props.room.now, useNow('second'));
  const left = Math.ceil((Date.parse(props.opensAt) - now) / 1000);
  const { onOpen } = props;
  useEffect(() => {
    // Asked again every other second should the clocks differ by a moment.
    if (left <= 0 && left % 2 === 0) onOpen();
  }, [left, onOpen]);
  return (
    <p role="timer" className="digits">
      {t('consultation.early.opensIn', { clock: clockOf(left) })}
    </p>
  );
}

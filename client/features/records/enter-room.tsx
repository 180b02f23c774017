import { Button } from '@mantine/core';
import { IconCalendarDue, IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consultationChanged, getRoom } from '../../../server/modules/consultation/contract.ts';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { useLive } from '../../lib/use-live.ts';
import { useNow } from '../../lib/use-now.ts';
import { Time } from '../../ui/time.tsx';
import { StepFrame } from './step-frame.tsx';

/** When it is, and the way in as soon as the room is open: "Raum betreten · ab 14:15". */
export function EnterRoom({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useLoad(getRoom, { id: request.id });
  const room = query.data;
  const now = useNow();
  // The server's clock decides: devices are wrong by minutes, and asking again and again would fill the audit.
  const away = room ? Date.parse(room.now) - query.dataUpdatedAt : 0;
  const hasCome = room?.state === 'early' && room.opensAt !== null && Date.parse(room.opensAt) <= now + away;
  // Coordinators look after the plan, physicians sit in the room.
  const sits = useUser().role !== 'coordinator';
  const isOpen = sits && (room?.state === 'ready' || room?.state === 'running' || hasCome);
  useLive(consultationChanged, [keyOf(getRoom, { id: request.id })]);
  const running = request.status === 'in_consultation';
  return (
    <StepFrame
      tone={isOpen || running ? 'action' : 'neutral'}
      {...(isOpen ? {} : { icon: IconCalendarDue })}
      title={
        running || !request.plannedStart ? (
          t(running ? 'records.next.running' : 'records.next.accepted')
        ) : (
          <Time at={request.plannedStart} />
        )
      }
    >
      {isOpen ? (
        <Button
          component={Link}
          to={paths.room(request.id)}
          size="lg"
          leftSection={<IconDoorEnter size={24} aria-hidden />}
        >
          {t('records.next.enter')}
        </Button>
      ) : (
        room?.state === 'early' && (
          <Button size="lg" disabled leftSection={<IconDoorEnter size={24} aria-hidden />}>
            {room.opensAt
              ? t('records.next.enterFrom', { time: formats.time(room.opensAt) })
              : t('records.next.enter')}
          </Button>
        )
      )}
      {room?.state === 'over' && t('records.next.over')}
    </StepFrame>
  );
}

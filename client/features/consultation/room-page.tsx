import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { consultationChanged, getRoom } from '../../../server/modules/consultation/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { useHear } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EarlyRoom } from './early-room.tsx';
import { OpenRoom } from './open-room.tsx';
import { ClosedRoom, MissedRoom } from './room-message.tsx';
import classes from './room-page.module.css';
import type { RoomPanel } from './room-panel.ts';
import { useDark } from './use-dark.ts';

/** The consultation room of a request: before, during and after. Each look at it is recorded, so it is asked rarely. */
export function RoomPage({ panels }: { panels: readonly RoomPanel[] }) {
  useDark();
  const { t } = useTranslation();
  usePageTitle(t('consultation.title'));
  const { id = '' } = useParams();
  const room = useLoad(getRoom, { id }, { staleTime: Number.POSITIVE_INFINITY });
  useHear(consultationChanged, ({ requestId, change }) => {
    if (requestId === id && (change === 'started' || change === 'closed')) void room.refetch();
  });
  return (
    <main className={classes.page}>
      <Loaded query={room}>
        {(now) => {
          if (now.state === 'early') return <EarlyRoom room={now} onOpen={() => void room.refetch()} />;
          if (now.state === 'over') return <MissedRoom room={now} />;
          if (now.state === 'closed') return <ClosedRoom room={now} consultationId={now.consultationId} />;
          return (
            <OpenRoom
              room={now}
              panels={panels.filter(
                ({ sides, kinds }) => sides.includes(now.side) && kinds.includes(now.kind),
              )}
            />
          );
        }}
      </Loaded>
    </main>
  );
}

import { SimpleGrid } from '@mantine/core';
import { IconBellRinging, IconCircleCheck, IconPhoneX, IconUserCheck, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestsChanged } from '../../../server/modules/requests/contract.ts';
import { queueChanged } from '../../../server/modules/triage/contract.ts';
import {
  listOnCall,
  listOnCallGaps,
  onCallChanged,
} from '../../../server/modules/triage/on-call-contract.ts';
import { type BoardItem, getBoard } from '../../../server/modules/triage/queue-contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import type { Tone } from '../../ui/tone.ts';
import { NobodyOnCall } from './board/nobody-on-call.tsx';
import { StaffPanel } from './board/staff-panel.tsx';
import classes from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { GapList } from './on-call/gap-list.tsx';
import { SwapsPanel } from './on-call/swaps-panel.tsx';
import { OnCallHint } from './on-call-hint.tsx';
import { OnCallPanel } from './on-call-panel.tsx';
import { RequestDrawer } from './request-drawer.tsx';
import { TargetsPanel } from './settings/targets-panel.tsx';

const states = ['waiting', 'accepted', 'in_consultation', 'ended', 'missed'] as const;
const icons = {
  waiting: IconBellRinging,
  accepted: IconUserCheck,
  in_consultation: IconVideo,
  ended: IconCircleCheck,
  missed: IconPhoneX,
};

/** The department now: who waits, who is with whom, what ended today and what nobody took. */
export default function BoardPage() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string | null>(null);
  const board = useLoad(getBoard, {}, { refetchInterval: 30_000 });
  useLive(queueChanged, [keyOf(getBoard)]);
  useLive(requestsChanged, [keyOf(getBoard)]);
  useLive(onCallChanged, [keyOf(getBoard), keyOf(listOnCall), keyOf(listOnCallGaps)]);
  return (
    <>
      <PageHeader
        title={t('places.board')}
        description={t('triage.board.description')}
        actions={board.data && <OnCallHint onCall={board.data.onCall} own={null} />}
      />
      <Loaded query={board}>
        {({ items, departmentId, onCall }) => {
          const of = (state: BoardItem['state']) => items.filter((item) => item.state === state);
          return (
            <>
              <NobodyOnCall onCall={onCall} />
              <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="md" mb="lg">
                {states.map((state) => (
                  <StatTile
                    key={state}
                    icon={icons[state]}
                    label={t(`triage.board.state.${state}`)}
                    value={of(state).length}
                    tone={toneOf(state, of(state).length)}
                  />
                ))}
              </SimpleGrid>
              <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" mb="lg" className={classes.columns}>
                <BoardColumn
                  title={t('triage.board.state.waiting')}
                  items={of('waiting')}
                  onOpen={setOpened}
                />
                <BoardColumn
                  title={t('triage.board.inProgress')}
                  items={[...of('accepted'), ...of('in_consultation')]}
                  onOpen={setOpened}
                />
                <BoardColumn
                  title={t('triage.board.today')}
                  items={[...of('missed'), ...of('ended')]}
                  onOpen={setOpened}
                />
              </SimpleGrid>
              <div className={classes.parts}>
                <GapList departmentId={departmentId} />
                <StaffPanel />
              </div>
              <OnCallPanel departmentId={departmentId} />
              <div className={classes.last}>
                <SwapsPanel />
                <TargetsPanel />
              </div>
            </>
          );
        }}
      </Loaded>
      <RequestDrawer requestId={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function toneOf(state: BoardItem['state'], count: number): Tone {
  if (count === 0) return 'neutral';
  if (state === 'missed') return 'attention';
  return state === 'waiting' ? 'attention' : state === 'ended' ? 'done' : 'action';
}

import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestsChanged } from '../../../server/modules/requests/contract.ts';
import { queueChanged } from '../../../server/modules/triage/contract.ts';
import { getOwnDay, listQueue } from '../../../server/modules/triage/queue-contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SoundGate } from '../../ui/sound-gate.tsx';
import { OwnShiftsButton } from './on-call/own-shifts-button.tsx';
import { OnCallHint } from './on-call-hint.tsx';
import { OwnDay } from './own-day.tsx';
import { DutySwitch } from './queue/duty-switch.tsx';
import { PushSwitch } from './queue/push-switch.tsx';
import { QueueList } from './queue-list.tsx';
import classes from './queue-page.module.css';
import { RequestDrawer } from './request-drawer.tsx';
import { useOwnBookings } from './use-own-bookings.ts';

/** One glance: left who waits, right the own day. From a card to the room it is one press. */
export default function QueuePage() {
  const { t } = useTranslation();
  const claims = useUser().role === 'specialist';
  const narrow = useMediaQuery('(max-width: 979px)') ?? false;
  const [opened, setOpened] = useState<string | null>(null);
  const queue = useLoad(listQueue, {}, { refetchInterval: 30_000 });
  const day = useLoad(getOwnDay, {}, { enabled: claims, refetchInterval: 60_000 });
  const bookings = useOwnBookings(claims);
  useLive(queueChanged, [keyOf(listQueue), keyOf(getOwnDay)]);
  useLive(requestsChanged, [keyOf(getOwnDay)]);

  const left = (
    <Loaded query={queue} rows={3}>
      {(reply) => (
        <QueueList sortedBy={reply.sortedBy} items={reply.items} claims={claims} onOpen={setOpened} />
      )}
    </Loaded>
  );
  const right = (
    <Loaded query={day} rows={5}>
      {(reply) => <OwnDay items={reply.items} bookings={bookings} onOpen={setOpened} />}
    </Loaded>
  );
  return (
    <>
      <PageHeader
        title={t('places.queue')}
        actions={
          queue.data && (
            <>
              <OnCallHint onCall={queue.data.onCall} own={queue.data.own} />
              {claims && <OwnShiftsButton departmentId={queue.data.departmentId} />}
              {claims && <DutySwitch />}
              {claims && <PushSwitch />}
            </>
          )
        }
      />
      {claims && (
        <div className={classes.gate}>
          <SoundGate />
        </div>
      )}
      {!claims ? (
        <div className={classes.alone}>{left}</div>
      ) : narrow ? (
        <Tabs defaultValue="queue" keepMounted>
          <Tabs.List grow mb="md">
            <Tabs.Tab value="queue">
              {t('triage.queue.tab', { count: queue.data?.items.length ?? 0 })}
            </Tabs.Tab>
            <Tabs.Tab value="day">{t('triage.day.tab', { count: day.data?.items.length ?? 0 })}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="queue">{left}</Tabs.Panel>
          <Tabs.Panel value="day">{right}</Tabs.Panel>
        </Tabs>
      ) : (
        <div className={classes.columns}>
          <section aria-label={t('places.queue')}>{left}</section>
          <section aria-label={t('triage.day.title')}>{right}</section>
        </div>
      )}
      <RequestDrawer requestId={opened} onClose={() => setOpened(null)} />
    </>
  );
}

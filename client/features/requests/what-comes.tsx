import { Text } from '@mantine/core';
import { IconBell, IconDoorEnter, IconFileText, IconHourglass, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { Timeline } from '../../ui/timeline.tsx';

/** The next steps of a request that was just sent. */
export function WhatComes({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const { plannedStart } = request;
  const enter = {
    id: 'enter',
    icon: IconDoorEnter,
    title: t('requests.sent.enter'),
    children: <Text c="dimmed">{t('requests.sent.enterHint')}</Text>,
  };
  const report = { id: 'report', icon: IconFileText, title: t('requests.sent.report') };
  return (
    <Timeline
      label={t('requests.sent.next')}
      items={
        plannedStart
          ? [
              { id: 'seen', icon: IconStethoscope, title: t('requests.sent.seen'), tone: 'done' },
              { ...enter, tone: 'action', at: plannedStart },
              report,
            ]
          : [
              { id: 'waits', icon: IconHourglass, title: t('requests.sent.seenWaiting'), tone: 'done' },
              {
                id: 'offer',
                icon: IconBell,
                title: t('requests.sent.offer'),
                tone: 'action',
                children: <Text c="dimmed">{t('requests.sent.offerHint')}</Text>,
              },
              enter,
              report,
            ]
      }
    />
  );
}

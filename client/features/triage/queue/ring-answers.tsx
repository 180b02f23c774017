import { Button, Menu } from '@mantine/core';
import { IconBellOff, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest } from '../../../../server/modules/triage/contract.ts';
import {
  DeclineReason,
  declineUrgentRequest,
  postponeUrgentRequest,
} from '../../../../server/modules/triage/ladder-contract.ts';
import { listQueue, type QueueItem } from '../../../../server/modules/triage/queue-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useSend } from '../../../lib/query.ts';
import { tellDone, tellError } from '../../../ui/tell.tsx';

/** What else than "accept" answers a ring: not me, with a reason, or in five minutes. The next one is rung at once. */
export function RingAnswers({ item }: { item: QueueItem }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const refresh = [listQueue, getUrgentRequest];
  const decline = useSend(declineUrgentRequest, {
    refresh,
    onSuccess: () => tellDone(t('triage.answer.declined')),
    onError: tellError,
  });
  const later = useSend(postponeUrgentRequest, {
    refresh,
    onSuccess: ({ until }) => tellDone(t('triage.answer.promised', { at: time(until) })),
    onError: tellError,
  });
  const { requestId } = item;
  return (
    <>
      <Button
        size="lg"
        variant="default"
        leftSection={<IconClock size={22} aria-hidden />}
        loading={later.isPending}
        onClick={() => later.mutate({ requestId })}
      >
        {t('triage.answer.later')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconBellOff size={22} aria-hidden />}
            loading={decline.isPending}
          >
            {t('triage.answer.decline')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('triage.answer.why')}</Menu.Label>
          {DeclineReason.options.map((reason) => (
            <Menu.Item key={reason} onClick={() => decline.mutate({ requestId, reason })}>
              {t(`triage.answer.reason.${reason}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

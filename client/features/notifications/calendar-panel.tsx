import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getNotificationSettings,
  makeCalendarFeed,
  revokeCalendarFeed,
} from '../../../server/modules/notifications/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useSend } from '../../lib/query.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { tellDone, tellError } from '../../ui/tell.tsx';
import { Time } from '../../ui/time.tsx';
import { CalendarAddress } from './calendar-address.tsx';

/** The own bookings in any calendar program, under an address that nobody else knows. */
export function CalendarPanel(props: { calendar: { createdAt: string; fetchedAt: string | null } | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [address, setAddress] = useState<string | null>(null);
  const refresh = [getNotificationSettings];
  const make = useSend(makeCalendarFeed, { refresh, onSuccess: ({ url }) => setAddress(url) });
  const revoke = useSend(revokeCalendarFeed, {
    refresh,
    onSuccess: () => {
      setAddress(null);
      tellDone(t('notifications.calendar.revoked'));
    },
  });
  const { calendar } = props;
  return (
    <Panel title={t('notifications.calendar.title')}>
      <Stack>
        <Text>{t('notifications.calendar.what')}</Text>
        {address !== null && <CalendarAddress address={address} />}
        {calendar === null ? (
          <Group>
            <Button
              leftSection={<IconCalendarPlus size={20} aria-hidden />}
              loading={make.isPending}
              onClick={() => make.mutate({}, { onError: tellError })}
            >
              {t('notifications.calendar.make')}
            </Button>
          </Group>
        ) : (
          <>
            <Text c="dimmed">
              {t('notifications.calendar.since', { date: formats.date(calendar.createdAt) })}{' '}
              {calendar.fetchedAt === null ? (
                t('notifications.calendar.never')
              ) : (
                <>
                  {t('notifications.calendar.fetched')} <Time at={calendar.fetchedAt} show="clock" />
                </>
              )}
            </Text>
            <Group gap="sm">
              <ConfirmButton
                question={t('notifications.calendar.renewQuestion')}
                consequence={t('notifications.calendar.renewConsequence')}
                confirmLabel={t('notifications.calendar.renewConfirm')}
                danger={false}
                onConfirm={() => make.mutateAsync({})}
              >
                {t('notifications.calendar.renew')}
              </ConfirmButton>
              <ConfirmButton
                question={t('notifications.calendar.revokeQuestion')}
                consequence={t('notifications.calendar.revokeConsequence')}
                confirmLabel={t('notifications.calendar.revokeConfirm')}
                onConfirm={() => revoke.mutateAsync({})}
              >
                {t('notifications.calendar.revoke')}
              </ConfirmButton>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}

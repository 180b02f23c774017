import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopySecret } from '../../ui/copy-secret.tsx';
import classes from './settings.module.css';

/** The secret address, shown this once. */
export function CalendarAddress(props: { address: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="status"
      color="blue"
      icon={<IconLock aria-hidden />}
      title={t('notifications.calendar.once')}
    >
      <Stack gap="sm">
        <Text>{t('notifications.calendar.how')}</Text>
        <Group gap="sm">
          <CopySecret
            value={props.address}
            label={t('notifications.calendar.address')}
            copy={t('notifications.calendar.copy')}
            copied={t('notifications.calendar.copied')}
            className={classes.address}
          />
        </Group>
        <Text>{t('notifications.calendar.secret')}</Text>
      </Stack>
    </Alert>
  );
}

import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
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
          <output className={classes.address} aria-label={t('notifications.calendar.address')}>
            {props.address}
          </output>
          <CopyButton value={props.address}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />
                }
                onClick={copy}
              >
                {t(copied ? 'notifications.calendar.copied' : 'notifications.calendar.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text>{t('notifications.calendar.secret')}</Text>
      </Stack>
    </Alert>
  );
}

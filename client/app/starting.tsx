import { Center, Loader, Stack, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Between opening the page and knowing who works here; unseen while it is short. */
export function Starting() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useTimeout(() => setSlow(true), 400, { autoInvoke: true });
  if (!slow) return null;
  return (
    <Center mih="100dvh" role="status">
      <Stack align="center">
        <Loader />
        <Text c="dimmed">{t('shell.starting')}</Text>
      </Stack>
    </Center>
  );
}

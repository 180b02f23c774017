import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A page that broke while showing; the shell around it stays. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('shell.crashed.title')}
      m="lg"
    >
      <Stack gap="sm" align="flex-start">
        <div>
          <Text>{t('shell.crashed.kept')}</Text>
          <Text>{t('shell.crashed.advice')}</Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconRefresh size={20} aria-hidden />}
          onClick={() => window.location.reload()}
        >
          {t('shell.crashed.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}

import { Alert, Button, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../lib/call-error.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** What keeps the request from going out: no line (it goes by itself later), or a refusal. */
export function SendState(props: { offline: boolean; error: unknown; onStop: () => void }) {
  const { t } = useTranslation();
  const { offline, error } = props;
  if (offline) {
    return (
      <Alert
        role="alert"
        color="yellow"
        icon={<IconPlugConnectedX aria-hidden />}
        title={t('triage.send.offline')}
      >
        <Text>{t('triage.send.kept')}</Text>
        <Button mt="sm" variant="default" onClick={props.onStop}>
          {t('triage.send.stop')}
        </Button>
      </Alert>
    );
  }
  if (error === null) return null;
  // What stands beside a field is not said twice.
  const inFields = error instanceof CallError && Object.keys(error.fields).length > 0;
  return (
    <ErrorState
      error={error}
      kept={t('triage.send.keptShort')}
      {...(inFields && { advice: t('triage.send.fields') })}
    />
  );
}

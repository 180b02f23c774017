import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClock, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../lib/call-error.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { openRequestOf } from './open-request-of.ts';

/** What keeps the request from going out: no line (it goes by itself later), one that is open, or a refusal. */
export function SendState(props: {
  offline: boolean;
  error: unknown;
  onOpenRequest: (requestId: string) => void;
  onStop: () => void;
}) {
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
  const open = openRequestOf(error);
  if (open !== null) {
    return (
      <Alert role="alert" color="yellow" icon={<IconClock aria-hidden />} title={t('triage.send.open')}>
        <Text>{t('triage.send.openHint')}</Text>
        <Group mt="sm">
          <Button onClick={() => props.onOpenRequest(open)}>{t('triage.send.toOpen')}</Button>
        </Group>
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

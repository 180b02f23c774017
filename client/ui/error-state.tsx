import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallError, isPassing } from '../lib/call-error.ts';
import { useErrorText } from '../lib/error-text.ts';

/** What happened, what was kept, what to do. `kept` only where something was entered. Amber: red is for danger. */
export function ErrorState(props: {
  error: unknown;
  kept?: string;
  /** What to do; default: try again, or ask the network's support. */
  advice?: string;
  onRetry?: () => void;
  retrying?: boolean;
}) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const passing = isPassing(props.error);
  const outdated = props.error instanceof CallError && props.error.code === 'reply_unexpected';
  const retry = outdated ? () => window.location.reload() : props.onRetry;
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={passing ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={textOf(props.error)}
    >
      <Stack gap="sm" align="flex-start">
        <div>
          {props.kept !== undefined && <Text>{props.kept}</Text>}
          <Text>{props.advice ?? t(passing ? 'ui.error.advicePassing' : 'ui.error.advice')}</Text>
        </div>
        {retry && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={20} aria-hidden />}
            onClick={retry}
            loading={props.retrying ?? false}
          >
            {t(outdated ? 'shell.crashed.reload' : 'ui.error.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

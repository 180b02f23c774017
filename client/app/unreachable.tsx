import { Center, Container } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { loadSession } from '../lib/session.ts';
import { ErrorState } from '../ui/error-state.tsx';

/** The server did not answer the first question: goes on by itself as soon as it does. */
export function Unreachable(props: { error: unknown }) {
  const { t } = useTranslation();
  useInterval(() => void loadSession(), 5000, { autoInvoke: true });
  return (
    <Center mih="100dvh">
      <Container size="sm">
        <ErrorState
          error={props.error}
          advice={t('shell.unreachable.advice')}
          onRetry={() => void loadSession()}
        />
      </Container>
    </Center>
  );
}

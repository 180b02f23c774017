import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';

/** Told outside of any component, so in the language of this moment. */
const closing = () => ({ closeButtonProps: { 'aria-label': i18next.t('ui.dismiss') } });

/** Short word that something was done; goes by itself. */
export function tellDone(message: ReactNode): void {
  notifications.show({
    ...closing(),
    message,
    color: 'green',
    icon: <IconCheck size={20} aria-hidden />,
    autoClose: 5000,
  });
}

/** Something failed away from the page's own places for errors; stays until it is closed. */
export function tellError(error: unknown): void {
  notifications.show({
    ...closing(),
    message: <ErrorWords error={error} />,
    color: 'yellow',
    icon: <IconAlertTriangle size={20} aria-hidden />,
    autoClose: false,
    role: 'alert',
  });
}

/** Something was done that can be taken back for some seconds. */
export function tellUndo(message: ReactNode, onUndo: () => void, seconds = 10): void {
  const id = notifications.show({
    ...closing(),
    color: 'blue',
    autoClose: seconds * 1000,
    message: <Undoable message={message} onUndo={() => [notifications.hide(id), onUndo()]} />,
  });
}

function ErrorWords(props: { error: unknown }) {
  return useErrorText()(props.error);
}

function Undoable(props: { message: ReactNode; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{props.message}</Text>
      <Button
        variant="light"
        leftSection={<IconArrowBackUp size={20} aria-hidden />}
        onClick={props.onUndo}
        style={{ flex: 'none' }}
      >
        {t('ui.undo')}
      </Button>
    </Group>
  );
}

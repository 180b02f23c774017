import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The frame of every form of the directory: on phones the whole screen, above the fields what went wrong. */
export function FormModal(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  failure: string | null;
  busy: boolean;
  submitLabel: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 599px)') ?? false;
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={640}
      padding="lg"
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      // What was typed is not lost by a press beside the form.
      closeOnClickOutside={false}
    >
      <form onSubmit={props.onSubmit} noValidate>
        <Stack>
          {props.failure !== null && (
            <Alert
              role="alert"
              color="yellow"
              icon={<IconAlertTriangle aria-hidden />}
              title={props.failure}
            />
          )}
          {props.children}
          <Group justify="flex-end" mt="sm">
            <Button variant="default" onClick={props.onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

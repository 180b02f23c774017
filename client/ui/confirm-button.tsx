import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './error-state.tsx';

/** A button that asks first and names what it would do. The question stays open with the reason when it fails. */
export function ConfirmButton(
  props: Omit<ButtonProps, 'children'> & {
    children: ReactNode;
    /** The question, naming the thing: "Termin am 24.11. um 9:40 absagen?" */
    question: string;
    consequence?: ReactNode;
    /** The verb of the deed: "Termin absagen", never "Ja". */
    confirmLabel: string;
    onConfirm: () => Promise<unknown> | unknown;
    danger?: boolean;
    'aria-label'?: string;
  },
) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { question, consequence, confirmLabel, onConfirm, danger = true, children, ...button } = props;
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" {...button} onClick={open}>
        {children}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={question}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          {consequence !== undefined && <Text component="div">{consequence}</Text>}
          {error !== null && <ErrorState error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('ui.cancel')}
            </Button>
            <Button color={danger ? 'red' : 'blue'} onClick={confirm} loading={busy}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

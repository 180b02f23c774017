import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import classes from './organisation-drawer.module.css';
import type { Invited } from './use-person-save.ts';

/** The one-time password, shown this once. Closes only by its button, so that it is not lost by a slip. */
export function InvitationModal(props: { invited: Invited | null; onClose: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { invited } = props;
  if (!invited) return null;
  const { password, expiresAt } = invited.invitation;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('directory.invitation.title', { name: invited.name })}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size={560}
      padding="lg"
    >
      <Stack>
        <Text>{t('directory.invitation.hint')}</Text>
        <Text c="dimmed">{t('directory.invitation.signInAs', { email: invited.email })}</Text>
        <Group className={classes.password}>
          <output className={classes.secret} aria-label={t('directory.invitation.password')}>
            {password}
          </output>
          <CopyButton value={password}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />
                }
                onClick={copy}
              >
                {t(copied ? 'directory.invitation.copied' : 'directory.invitation.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Text>{t('directory.invitation.valid', { date: formats.date(expiresAt) })}</Text>
        <Group justify="flex-end">
          <Button onClick={props.onClose}>{t('directory.invitation.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

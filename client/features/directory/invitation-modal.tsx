import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import { CopySecret } from '../../ui/copy-secret.tsx';
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
          <CopySecret
            value={password}
            label={t('directory.invitation.password')}
            copy={t('directory.invitation.copy')}
            copied={t('directory.invitation.copied')}
            className={classes.secret}
          />
        </Group>
        <Text>{t('directory.invitation.valid', { date: formats.date(expiresAt) })}</Text>
        <Group justify="flex-end">
          <Button onClick={props.onClose}>{t('directory.invitation.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

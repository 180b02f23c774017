import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from './use-sign-out.ts';

/** Always in view: these screens stand where others pass by. */
export function SignOutButton() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Tooltip label={t('shell.signOut')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('shell.signOut')} onClick={signOut}>
        <IconLogout size={24} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

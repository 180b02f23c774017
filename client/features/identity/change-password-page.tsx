import { Anchor, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { loadSession } from '../../lib/session.ts';
import { Logo } from '../../ui/logo.tsx';
import { tellDone } from '../../ui/tell.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { useSignOut } from './use-sign-out.ts';

/** After a sign-in with a one-time password nothing else is open. */
export function ChangePasswordPage() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const done = () => {
    tellDone(t('identity.changePassword.done'));
    void loadSession();
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" maw="30rem">
        <Stack>
          <Group>
            <Logo size={44} />
            <Text fw={600}>{t('shell.brand')}</Text>
          </Group>
          <Title order={1} size="h2">
            {t('identity.changePassword.firstTitle')}
          </Title>
          <Text>{t('identity.changePassword.firstHint')}</Text>
          <ChangePasswordForm onDone={done} />
          <Anchor component="button" type="button" onClick={signOut}>
            {t('shell.signOut')}
          </Anchor>
        </Stack>
      </Paper>
    </Center>
  );
}

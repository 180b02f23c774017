import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInUser } from '../../../server/modules/identity/contract.ts';
import { loadSession, signOut } from '../../lib/session.ts';
import { Initials } from '../../ui/initials.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { StationAgain } from './station-sign-in.tsx';

/** Over the page of an ended session, which nobody sees meanwhile: the same person goes on where it was. */
export function SignInAgain(props: { user: SignedInUser; atStation: boolean }) {
  const { t } = useTranslation();
  useEffect(() => {
    // Another window may have signed in meanwhile: then nothing has to be typed.
    void loadSession();
  }, []);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('identity.again.title')}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--ground)' }}
      zIndex={500}
    >
      <Stack>
        <Stack gap={4} align="center">
          <Initials name={props.user.displayName} size={64} />
          <Text fw={600}>{props.user.displayName}</Text>
        </Stack>
        <Text>{t('identity.again.hint')}</Text>
        {props.atStation ? <StationAgain user={props.user} /> : <SignInForm />}
        <Anchor component="button" type="button" onClick={() => void signOut().catch(() => undefined)}>
          {t('identity.again.other')}
        </Anchor>
      </Stack>
    </Modal>
  );
}

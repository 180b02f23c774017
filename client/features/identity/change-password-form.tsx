import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../../server/modules/identity/contract.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useSend } from '../../lib/query.ts';

/** Present and new password, with the rule and what is wrong beside the fields. */
export function ChangePasswordForm(props: { onDone: () => void }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('errors.required') : null),
      newPassword: (value) => (value === '' ? t('errors.required') : null),
    },
  });
  const send = useSend(changePassword, {
    onSuccess: props.onDone,
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  const toggle = { 'aria-label': t('identity.showPassword') };
  return (
    <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
      <Stack>
        {failure !== null && (
          <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={failure} />
        )}
        <PasswordInput
          key={form.key('currentPassword')}
          {...form.getInputProps('currentPassword')}
          label={t('identity.changePassword.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          key={form.key('newPassword')}
          {...form.getInputProps('newPassword')}
          label={t('identity.changePassword.new')}
          description={t('identity.changePassword.rule')}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
        />
        <Button type="submit" loading={send.isPending}>
          {t('identity.changePassword.submit')}
        </Button>
      </Stack>
    </form>
  );
}

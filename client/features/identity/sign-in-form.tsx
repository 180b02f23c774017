import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../lib/call-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { signIn } from '../../lib/session.ts';

/** E-mail and password, with what is wrong beside them. */
export function SignInForm() {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<{ text: string; hint: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? t('identity.emailMissing') : null),
      password: (password) => (password === '' ? t('identity.passwordMissing') : null),
    },
  });
  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setFailure(null);
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      const text = showFieldErrors(t, form, error);
      const wrong = error instanceof CallError && error.code === 'sign_in_failed';
      setFailure(text === null ? null : { text, hint: wrong });
    } finally {
      setBusy(false);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {failure && (
          <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={failure.text}>
            {failure.hint && <Text>{t('identity.failedHint')}</Text>}
          </Alert>
        )}
        <TextInput
          key={form.key('email')}
          {...form.getInputProps('email')}
          label={t('identity.email')}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="lg"
        />
        <PasswordInput
          key={form.key('password')}
          {...form.getInputProps('password')}
          label={t('identity.password')}
          autoComplete="current-password"
          size="lg"
          visibilityToggleButtonProps={{ 'aria-label': t('identity.showPassword') }}
        />
        <Button type="submit" size="lg" fullWidth loading={busy}>
          {t('identity.submit')}
        </Button>
      </Stack>
    </form>
  );
}

import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPin, removePin, setPin } from '../../../server/modules/identity/station-contract.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { tellDone } from '../../ui/tell.tsx';

/** The own PIN for shared devices: chosen with the password, or removed. */
export function PinForm(props: { onDone: () => void }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  const state = useLoad(getPin, {});
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', pin: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('errors.required') : null),
      pin: (value) => (/^\d{4,8}$/.test(value) ? null : t('errors.pin_format')),
    },
  });
  const save = useSend(setPin, {
    refresh: [getPin],
    onSuccess: () => {
      tellDone(t('identity.pin.done'));
      props.onDone();
    },
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  const remove = useSend(removePin, {
    refresh: [getPin],
    onSuccess: () => {
      tellDone(t('identity.pin.removed'));
      props.onDone();
    },
  });
  const toggle = { 'aria-label': t('identity.showPassword') };
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        <Text>{t(state.data?.set ? 'identity.pin.isSet' : 'identity.pin.isNotSet')}</Text>
        {failure !== null && (
          <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={failure} />
        )}
        <PasswordInput
          key={form.key('pin')}
          {...form.getInputProps('pin')}
          label={t('identity.pin.new')}
          description={t('identity.pin.rule')}
          inputMode="numeric"
          autoComplete="off"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          key={form.key('currentPassword')}
          {...form.getInputProps('currentPassword')}
          label={t('identity.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <Button type="submit" loading={save.isPending}>
          {t('identity.pin.save')}
        </Button>
        {state.data?.set && (
          <ConfirmButton
            question={t('identity.pin.removeQuestion')}
            confirmLabel={t('identity.pin.remove')}
            onConfirm={() => remove.mutateAsync({})}
          >
            {t('identity.pin.remove')}
          </ConfirmButton>
        )}
      </Stack>
    </form>
  );
}

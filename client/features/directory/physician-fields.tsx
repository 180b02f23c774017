import { TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import classes from './network.module.css';
import type { PersonValues } from './person-values.ts';

/** Name and number of a physician, as they stand in requests and reports. */
export function PhysicianFields({
  form,
}: {
  form: Pick<ReturnType<typeof useForm<PersonValues>>, 'getInputProps'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.physician}>
        <TextInput {...form.getInputProps('practitioner.title')} label={t('directory.form.title')} />
        <TextInput
          {...form.getInputProps('practitioner.givenName')}
          label={t('directory.form.givenName')}
          required
        />
        <TextInput
          {...form.getInputProps('practitioner.familyName')}
          label={t('directory.form.familyName')}
          required
        />
      </div>
      <TextInput
        {...form.getInputProps('practitioner.lanr')}
        label={t('directory.form.lanr')}
        description={t('directory.form.lanrHint')}
        inputMode="numeric"
      />
    </>
  );
}

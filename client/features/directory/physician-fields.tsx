import { Group, TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { PersonValues } from './person-values.ts';

/** Name and number of a physician, as they stand in requests and reports. */
export function PhysicianFields({ form }: { form: ReturnType<typeof useForm<PersonValues>> }) {
  const { t } = useTranslation();
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...form.getInputProps('practitioner.title')}
          label={t('directory.form.title')}
          maw={{ sm: 140 }}
        />
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
      </Group>
      <TextInput
        {...form.getInputProps('practitioner.lanr')}
        label={t('directory.form.lanr')}
        description={t('directory.form.lanrHint')}
        inputMode="numeric"
      />
    </>
  );
}

import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../../../server/modules/directory/contract.ts';
import { rolesOfKind } from '../../../server/modules/identity/contract.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { FormModal } from './form-modal.tsx';
import type { Person } from './people-of.ts';
import { isPhysicianRole, missingOfPerson, type PersonValues, valuesOfPerson } from './person-values.ts';
import { PhysicianFields } from './physician-fields.tsx';
import { type Invited, usePersonSave } from './use-person-save.ts';

/** A person: role, name, department and, with access, the e-mail address to sign in with. */
export function PersonForm(props: {
  organisation: Organisation;
  /** The one to change; null = a new one. */
  person: Person | null;
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const { t } = useTranslation();
  const { organisation, person, onClose } = props;
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<PersonValues>({
    initialValues: valuesOfPerson(organisation, person),
    validate: (values) => missingOfPerson(t, organisation, values),
  });
  const { save, isSaving } = usePersonSave({
    organisation,
    person,
    onSaved: onClose,
    onInvited: props.onInvited,
    onError: (error) => setFailure(showFieldErrors(t, form, error)),
  });
  const values = form.getValues();
  const isPhysician = isPhysicianRole(values.role);
  const canBeWithout = organisation.kind === 'practice' || organisation.kind === 'hospital';
  const needsDepartment = organisation.kind === 'hospital';
  const submitLabel =
    !person && values.access === 'with' ? 'directory.form.sendInvitation' : 'directory.form.save';
  return (
    <FormModal
      opened
      onClose={onClose}
      title={t(person ? 'directory.form.editPerson' : 'directory.form.newPerson')}
      failure={failure}
      busy={isSaving}
      submitLabel={t(submitLabel)}
      onSubmit={form.onSubmit((sent) => {
        setFailure(null);
        save(sent);
      })}
    >
      {!person && canBeWithout && (
        <Stack gap={6}>
          <SegmentedControl
            {...form.getInputProps('access')}
            aria-label={t('directory.form.access')}
            data={[
              { value: 'with', label: t('directory.form.withAccess') },
              { value: 'without', label: t('directory.form.withoutAccess') },
            ]}
          />
          {values.access === 'without' && <Text c="dimmed">{t('directory.form.withoutAccessHint')}</Text>}
        </Stack>
      )}
      {values.access === 'with' && (
        <Select
          {...form.getInputProps('role')}
          label={t('directory.form.role')}
          data={rolesOfKind[organisation.kind].map((role) => ({
            value: role,
            label: t(`shell.roles.${role}`),
          }))}
          allowDeselect={false}
          required
        />
      )}
      {needsDepartment && (
        <Select
          {...form.getInputProps('departmentId')}
          label={t('directory.form.department')}
          data={organisation.departments
            .filter(({ active, id }) => active || id === person?.departmentId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          required
        />
      )}
      {isPhysician || values.access === 'without' ? (
        <PhysicianFields form={form} />
      ) : (
        <TextInput {...form.getInputProps('displayName')} label={t('directory.form.displayName')} required />
      )}
      {values.access === 'with' && (
        <TextInput
          {...form.getInputProps('email')}
          label={t('directory.form.email')}
          description={t('directory.form.emailHint')}
          type="email"
          required
        />
      )}
    </FormModal>
  );
}

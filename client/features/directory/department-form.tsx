import { Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Department, listSpecialties } from '../../../server/modules/directory/contract.ts';
import { changeDepartment, createDepartment } from '../../../server/modules/directory/keep-contract.ts';
import type { CallError } from '../../lib/call-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { FormModal } from './form-modal.tsx';
import { missing } from './missing.ts';
import { stale, useSaved } from './use-saved.ts';

/** A department: its field, its name, and where it is reached when the video fails. */
export function DepartmentForm(props: {
  organisationId: string;
  /** The one to change; null = a new one. */
  department: Department | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const saved = useSaved();
  const { department, onClose } = props;
  const specialties = useLoad(listSpecialties, {});
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      specialtyCode: department?.specialty.code ?? '',
      name: department?.name ?? '',
      phone: department?.phone ?? '',
      active: department?.active ?? true,
    },
    validate: (values) => missing(t, values, ['specialtyCode', 'name', 'phone']),
  });
  const options = {
    refresh: [...stale, listSpecialties],
    onError: (error: CallError) => setFailure(showFieldErrors(t, form, error)),
    onSuccess: ({ warnings }: { warnings: Record<string, string> }) => {
      saved(warnings);
      onClose();
    },
  };
  const create = useSend(createDepartment, options);
  const change = useSend(changeDepartment, options);
  const named = (specialtyCode: string) => {
    const found = specialties.data?.specialties.find(({ code }) => code === specialtyCode);
    return found && (locale === 'de' ? found.nameDe : found.nameEn);
  };
  const submit = form.onSubmit(({ active, ...fields }) => {
    setFailure(null);
    if (department) change.mutate({ ...fields, id: department.id, active });
    else create.mutate({ ...fields, id: props.organisationId });
  });
  return (
    <FormModal
      opened
      onClose={onClose}
      title={t(department ? 'directory.form.editDepartment' : 'directory.form.newDepartment')}
      failure={failure}
      busy={create.isPending || change.isPending}
      submitLabel={t('directory.form.save')}
      onSubmit={submit}
    >
      <Select
        {...form.getInputProps('specialtyCode')}
        label={t('directory.form.specialty')}
        data={(specialties.data?.specialties ?? []).map(({ code }) => ({
          value: code,
          label: named(code) ?? code,
        }))}
        onChange={(code) => {
          form.setFieldValue('specialtyCode', code ?? '');
          if (code && form.getValues().name === '') form.setFieldValue('name', named(code) ?? '');
        }}
        searchable
        allowDeselect={false}
        required
      />
      <TextInput {...form.getInputProps('name')} label={t('directory.form.departmentName')} required />
      <TextInput {...form.getInputProps('phone')} label={t('directory.form.phone')} type="tel" required />
      {department && (
        <Switch
          {...form.getInputProps('active', { type: 'checkbox' })}
          label={t('directory.form.active')}
          size="md"
        />
      )}
    </FormModal>
  );
}

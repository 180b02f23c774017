import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCounties, type Organisation } from '../../../server/modules/directory/contract.ts';
import { changeOrganisation, createOrganisation } from '../../../server/modules/directory/keep-contract.ts';
import type { OrganisationKind } from '../../../server/modules/identity/contract.ts';
import type { CallError } from '../../lib/call-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { FormModal } from './form-modal.tsx';
import { kinds } from './kinds.ts';
import { missing } from './missing.ts';
import classes from './network.module.css';
import { stale, useSaved } from './use-saved.ts';

type Props = {
  opened: boolean;
  /** The one to change; null = a new one. */
  organisation: Organisation | null;
  onClose: () => void;
  onMade?: (id: string) => void;
};

const texts = ['name', 'street', 'postalCode', 'city', 'phone', 'email'] as const;

// As the server wants them; hospitals may have a BSNR too.
const numbersOf = { practice: ['bsnr'], hospital: ['ik'], care_home: ['ik'], network: [] } as const;

/** An organisation's name, numbers and address. The kind cannot change later: everything else hangs on it. */
export function OrganisationForm(props: Props) {
  const { opened, organisation } = props;
  // Each opening begins with what is stored.
  return opened ? <Fields key={organisation?.id ?? 'new'} {...props} /> : null;
}

function Fields({ organisation, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const saved = useSaved();
  const counties = useLoad(listCounties, {}, { staleTime: Number.POSITIVE_INFINITY });
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    initialValues: valuesOf(organisation),
    validate: (values) => missing(t, values, [...texts, 'countyAgs', ...numbersOf[values.kind]]),
  });
  const onError = (error: CallError) => setFailure(showFieldErrors(t, form, error));
  const create = useSend(createOrganisation, {
    refresh: stale,
    onError,
    onSuccess: ({ id, warnings }, { name }) => {
      saved(warnings, t('directory.form.taken', { name }));
      onClose();
      onMade?.(id);
    },
  });
  const change = useSend(changeOrganisation, {
    refresh: stale,
    onError,
    onSuccess: ({ warnings }) => {
      saved(warnings);
      onClose();
    },
  });
  const submit = form.onSubmit(({ kind, ...fields }) => {
    setFailure(null);
    if (organisation) change.mutate({ ...fields, id: organisation.id, active: organisation.active });
    else create.mutate({ ...fields, kind });
  });
  const { kind } = form.getValues();
  const text = (name: (typeof texts)[number]) => (
    <TextInput key={name} {...form.getInputProps(name)} label={t(`directory.form.${name}`)} required />
  );
  return (
    <FormModal
      opened
      onClose={onClose}
      title={t(organisation ? 'directory.form.editOrganisation' : 'directory.form.newOrganisation')}
      failure={failure}
      busy={create.isPending || change.isPending}
      submitLabel={t('directory.form.save')}
      onSubmit={submit}
    >
      {!organisation && (
        <Select
          {...form.getInputProps('kind')}
          label={t('directory.form.kind')}
          data={kinds.map((value) => ({ value, label: t(`directory.kind.${value}`) }))}
          allowDeselect={false}
          required
        />
      )}
      {text('name')}
      {(kind === 'practice' || kind === 'hospital') && (
        <TextInput
          {...form.getInputProps('bsnr')}
          label={t('directory.form.bsnr')}
          description={t('directory.form.bsnrHint')}
          inputMode="numeric"
          required={kind === 'practice'}
        />
      )}
      {(kind === 'care_home' || kind === 'hospital') && (
        <TextInput
          {...form.getInputProps('ik')}
          label={t('directory.form.ik')}
          description={t('directory.form.ikHint')}
          inputMode="numeric"
          required
        />
      )}
      {text('street')}
      <div className={classes.place}>
        {text('postalCode')}
        {text('city')}
      </div>
      <Select
        {...form.getInputProps('countyAgs')}
        label={t('directory.form.county')}
        data={(counties.data?.counties ?? []).map(({ ags, name }) => ({ value: ags, label: name }))}
        searchable
        allowDeselect={false}
        required
      />
      {text('phone')}
      {text('email')}
    </FormModal>
  );
}

const valuesOf = (organisation: Organisation | null) => ({
  kind: organisation?.kind ?? ('practice' as OrganisationKind),
  name: organisation?.name ?? '',
  bsnr: organisation?.bsnr ?? '',
  ik: organisation?.ik ?? '',
  street: organisation?.street ?? '',
  postalCode: organisation?.postalCode ?? '',
  city: organisation?.city ?? '',
  countyAgs: organisation?.county.ags ?? '',
  phone: organisation?.phone ?? '',
  email: organisation?.email ?? '',
});
